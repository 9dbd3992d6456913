// @ts-check
import { isAtLeast } from '../host/version.mjs';

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
      };
    }
    if (isAtLeast(version, NODE_MINIMUM)) return { ok: true, says: version };
    return { ok: false, lacks: `Node.js ${version} is too old.`, way: `Install ${NODE_MINIMUM} or newer.` };
  },
};

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
    };
  },
};
