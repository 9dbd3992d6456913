// @ts-check
import { spawn } from 'node:child_process';

/** @import { Host } from './host/host.mjs' */

/**
 * Where the workspace's own Nx is, as its package says; there is none before the npm packages are there.
 *
 * @param {Host} host
 * @returns {string}
 */
export function nxProgram(host) {
  return `node_modules/nx/${JSON.parse(host.read('node_modules/nx/package.json') ?? '{}').bin.nx}`;
}

/**
 * Runs the workspace's own Nx on this terminal.
 *
 * @param {Host} host
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} the exit code
 */
export function nx(host, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nxProgram(host), ...args], {
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
