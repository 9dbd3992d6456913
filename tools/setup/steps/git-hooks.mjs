// @ts-check
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

/** As its package says: node_modules/.bin is no file on every system. */
const LEFTHOOK = 'node_modules/lefthook/bin/index.js';

/** What lefthook.yml describes, where commits are made by people. @type {Step} */
export const gitHooks = {
  name: 'Git hooks',
  async look(host) {
    if (host.env['CI']) return { ok: true, says: 'none in CI' };
    const folder = await hooksFolder(host);
    if (folder === undefined) return { ok: true, says: 'no repository here' };
    const own = (await host.run('git', ['config', 'core.hooksPath'])).out.trim();
    if (own !== '') return { ok: true, says: `left to those of core.hooksPath, ${own}` };
    if (host.read(join(folder, 'pre-commit'))?.includes('lefthook')) return { ok: true, says: 'lefthook.yml' };
    return { ok: false, lacks: 'Not installed yet.', way: 'npm run setup installs them.' };
  },
  async mend(host) {
    const ran = await host.run(process.execPath, [LEFTHOOK, 'install']);
    if (ran.code !== 0) throw new Trouble(`lefthook install failed: ${lastLine(ran)}`, 'Run `npx lefthook install`.');
  },
};

/** Elsewhere in a worktree or a submodule. @param {ReadHost} host @returns {Promise<string | undefined>} */
async function hooksFolder(host) {
  const ran = await host.run('git', ['rev-parse', '--git-path', 'hooks']);
  return ran.code === 0 ? ran.out.trim() : undefined;
}
