// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Runs a program and waits for it.
 *
 * @param {string} cwd
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @throws {Error} with the program's own words when it fails
 */
export function run(cwd, program, args, env = {}) {
  const options = /** @type {const} */ ({ cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
}
