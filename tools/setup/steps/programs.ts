import { run } from '../shell.ts';
import type { Step } from '../step.ts';
import { hasApt, installPackages } from '../system.ts';
import { findVersion } from '../version.ts';

export const git = program('git');
/** The load generator. Only workspace:bench needs it. */
export const wrk = program('wrk');

/** A program whose Debian package has the same name. */
function program(name: string): Step {
  return {
    id: name,
    title: name,
    async check() {
      const version = findVersion((await run(name, ['--version'])).stdout);
      if (version !== undefined) return { ok: true, message: version };
      if (hasApt) return { ok: false, message: `${name} is not installed.`, packages: [name] };
      return { ok: false, message: `${name} is not installed. Install it.`, command: null };
    },
    async fix(log) {
      if (hasApt) await installPackages([name], log);
    },
  };
}
