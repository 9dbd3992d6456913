// @ts-check
import { spawn } from 'node:child_process';

/** @import { Host } from './host/host.mjs' */

/**
 * Runs a program of the workspace on this terminal: one that imports packages, which were not there when setup began.
 *
 * @param {Host} host
 * @param {string} path from the workspace's root
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export function program(host, path, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args], { cwd: host.root, env: host.env, stdio: 'inherit' });
    // Ctrl-C reaches the program as well, which puts everything back: wait for it.
    const stay = () => {};
    process.on('SIGINT', stay);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', stay);
      resolve(code ?? 1);
    });
  });
}
