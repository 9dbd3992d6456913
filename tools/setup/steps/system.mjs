// @ts-check
import { hasApt } from '../host/as-root.mjs';
import { isAtLeast } from '../host/version.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

export const NODE_MINIMUM = '20.19.0';

/** @type {Step} */
export const node = {
  name: 'Node.js',
  async look(host) {
    const version = host.nodeVersion;
    if (host.platform === 'win32') {
      return {
        ok: false,
        lacks: 'Windows itself is not supported.',
        way: 'Work in WSL 2, with the clone inside it.',
        command: 'wsl --install',
      };
    }
    if (isAtLeast(version, NODE_MINIMUM)) return { ok: true, says: version };
    return {
      ok: false,
      lacks: `Node.js ${version} is too old.`,
      way: `Install ${NODE_MINIMUM} or newer.`,
      command: await installNode(host),
    };
  },
};

/**
 * The version manager that is here reads `.nvmrc`; so does n, which npm can run from anywhere.
 *
 * @param {ReadHost} host
 */
async function installNode(host) {
  if (host.exists(`${host.home}/.nvm/nvm.sh`)) return 'nvm install';
  if ((await host.run('fnm', ['--version'])).code === 0) return 'fnm use --install-if-missing';
  return `${host.user.isRoot ? '' : 'sudo '}npx --yes n auto`;
}

/** @type {Step} */
export const git = {
  name: 'git',
  async look(host) {
    const ran = await host.run('git', ['--version']);
    if (ran.code === 0) return { ok: true, says: ran.out.replace('git version', '').trim() };
    return {
      ok: false,
      lacks: 'git does not run.',
      way: 'Install git with the package manager of your system.',
      command: installCommand(host, 'git', 'xcode-select --install'),
    };
  },
};

/**
 * @param {ReadHost} host
 * @param {string} packages of Debian and Ubuntu
 * @param {string} onMac the command there
 * @returns {string | null} nothing where the package manager is not known
 */
export function installCommand(host, packages, onMac) {
  if (hasApt(host)) return `${host.user.isRoot ? '' : 'sudo '}apt-get install --yes ${packages}`;
  return host.platform === 'darwin' ? onMac : null;
}
