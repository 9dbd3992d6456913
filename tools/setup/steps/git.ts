import { run } from '../shell.ts';
import type { Step } from '../step.ts';
import { hasApt, installPackages } from '../system.ts';
import { findVersion } from '../version.ts';

export const git: Step = {
  id: 'git',
  title: 'git',
  async check() {
    const version = findVersion((await run('git', ['--version'])).stdout);
    if (version !== undefined) return { ok: true, message: version };
    if (hasApt) return { ok: false, message: 'git is not installed.', packages: ['git'] };
    return { ok: false, message: 'git is not installed. Install it.', command: null };
  },
  async fix(log) {
    if (hasApt) await installPackages(['git'], log);
  },
};
