import { join } from 'node:path';
import { lastLine, read, run, UserError } from '../shell.ts';
import type { Step } from '../step.ts';

/** Installs the hooks of lefthook.yml. */
export const gitHooks: Step = {
  id: 'git-hooks',
  title: 'Git hooks',
  async check() {
    if (process.env['CI']) return { ok: true, message: 'not needed in CI' };
    // In a worktree or a submodule the hooks are not in .git/hooks.
    const hooks = await run('git', ['rev-parse', '--git-path', 'hooks']);
    if (!hooks.ok) return { ok: true, message: 'not needed outside a repository' };
    const { stdout: ownPath } = await run('git', ['config', 'core.hooksPath']);
    if (ownPath !== '') return { ok: true, message: `core.hooksPath is ${ownPath}` };
    if (read(join(hooks.stdout, 'pre-commit'))?.includes('lefthook')) return { ok: true, message: 'lefthook.yml' };
    return { ok: false, message: 'The git hooks are not installed.' };
  },
  async fix() {
    const result = await run('lefthook', ['install']);
    if (!result.ok) throw new UserError(`lefthook install failed: ${lastLine(result)}`);
  },
};
