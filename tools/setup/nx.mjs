// @ts-check
import { spawn } from 'node:child_process';

/** @import { Host } from './host/host.mjs' */

export const NX = 'node_modules/nx/dist/bin/nx.js';

/**
 * Runs the workspace's own Nx on this terminal. Nx may only be asked for once the npm packages are there.
 *
 * @param {Host} host
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} the exit code
 */
export function nx(host, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NX, ...args], {
      cwd: host.root,
      env: { ...host.env, ...env },
      stdio: 'inherit',
    });
    // Ctrl-C reaches Nx as well, which ends its tasks in order: wait for it.
    const stay = () => {};
    process.on('SIGINT', stay);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', stay);
      resolve(code ?? 1);
    });
  });
}
