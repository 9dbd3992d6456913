// @ts-check
import { spawnSync } from 'node:child_process';

/** Git said no. The message is git's own. */
export class GitError extends Error {}

/** Large enough for the list of every file of a repository. */
const MAX_OUTPUT = 1 << 28;

/** Git in one repository, without a person's hooks, and with paths as they are. */
export class Git {
  /**
   * @param {string} root the work tree
   * @param {NodeJS.ProcessEnv} [env] added to the environment
   */
  constructor(root, env = {}) {
    this.root = root;
    this.env = env;
  }

  /**
   * @param {NodeJS.ProcessEnv} env added to the environment
   * @returns {Git} the same repository
   */
  with(env) {
    return new Git(this.root, { ...this.env, ...env });
  }

  /**
   * @param {...string} args
   * @returns {string} what git wrote, without the last line's end
   * @throws {GitError} when git fails
   */
  run(...args) {
    const { status, out, err } = this.try(...args);
    if (status !== 0) throw new GitError(`git ${args[0]}: ${err.trim() || `exit code ${status}`}`);
    return out.replace(/\n$/, '');
  }

  /**
   * Like {@link run}, and never throws.
   *
   * @param {...string} args
   * @returns {{status: number, out: string, err: string}}
   */
  try(...args) {
    const ran = spawnSync('git', ['-c', 'core.quotePath=false', '-c', 'core.hooksPath=/dev/null', ...args], {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, GIT_LITERAL_PATHSPECS: '1', ...this.env },
      maxBuffer: MAX_OUTPUT,
    });
    return { status: ran.status ?? 127, out: ran.stdout ?? '', err: ran.error?.message ?? ran.stderr ?? '' };
  }

  /**
   * @param {...string} args a command that ends each item with a NUL
   * @returns {string[]}
   */
  list(...args) {
    return this.try(...args)
      .out.split('\0')
      .filter((item) => item !== '');
  }
}
