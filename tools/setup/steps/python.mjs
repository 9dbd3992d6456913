// @ts-check
import { hasApt } from '../host/as-root.mjs';
import { installPackages } from '../host/apt.mjs';
import { isAtLeast } from '../host/version.mjs';
import { installCommand } from './system.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const MINIMUM = '3.11';
/** The default one first, then the newest: a shim that only pretends to have a version is passed over. */
const NAMES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];
/** Debian keeps `ensurepip` in a package of its own, and a virtual environment cannot be made without it. */
const PROBE = `import sys, importlib.util as u
print(sys.executable, '%d.%d.%d' % sys.version_info[:3], bool(u.find_spec('venv') and u.find_spec('ensurepip')), sep='\\n')`;

/**
 * @typedef {object} Python
 * @property {string} path the interpreter itself, not the shim in front of it
 * @property {string} version
 * @property {boolean} makesVenvs
 */

/**
 * Tries the interpreters on the PATH by running them.
 *
 * @param {ReadHost} host
 * @returns {Promise<Python | undefined>} the first that is new enough and complete, else the first that is new enough
 */
export async function findPython(host) {
  /** @type {Python | undefined} */
  let incomplete;
  for (const name of NAMES) {
    const { out } = await host.run(name, ['-c', PROBE]);
    const [path = '', version = '', makesVenvs] = out.trim().split('\n');
    if (!isAtLeast(version, MINIMUM)) continue;
    if (makesVenvs === 'True') return { path, version, makesVenvs: true };
    incomplete ??= { path, version, makesVenvs: false };
  }
  return incomplete;
}

/**
 * The minor version that the API's environment has, or would be made with.
 *
 * @param {ReadHost} host
 * @returns {Promise<string | undefined>} `3.13`; none when no Python is here
 */
export async function pythonVersion(host) {
  const [, made] = /^version *= *(\d+\.\d+)/m.exec(host.read('apps/api/.venv/pyvenv.cfg') ?? '') ?? [];
  return made ?? minor((await findPython(host))?.version);
}

/** @param {string} [version] */
function minor(version) {
  return version?.split('.').slice(0, 2).join('.');
}

/** @type {Step} */
export const python = {
  name: 'Python',
  async look(host) {
    const found = await findPython(host);
    if (!found) {
      return {
        ok: false,
        lacks: `No Python ${MINIMUM} or newer runs here.`,
        way: `Install Python ${MINIMUM} or newer.`,
        command: installCommand(host, 'python3 python3-venv', 'brew install python'),
      };
    }
    if (found.makesVenvs) return { ok: true, says: `${found.version} (${found.path})` };
    return {
      ok: false,
      lacks: `Python ${found.version} has no venv module.`,
      way: hasApt(host)
        ? `npm run setup installs ${venvPackage(found)}.`
        : `Install it with the package manager of your system.`,
      ...(hasApt(host) ? {} : { command: null }),
    };
  },
  async mend(host) {
    const found = await findPython(host);
    if (!found || !hasApt(host)) return;
    await installPackages(host, [venvPackage(found)], {
      because: 'Python cannot make virtual environments.',
    });
  },
};

/** @param {Python} found */
function venvPackage({ version }) {
  return `python${minor(version)}-venv`;
}
