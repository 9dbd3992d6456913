// @ts-check
import { program } from './program.mjs';
import { Trouble } from './host/trouble.mjs';

/** @import { Host } from './host/host.mjs' */

/** With less, Nx fails tasks that have done their work, because it cannot store what they made. */
const LEAST_BYTES = 16 * 1024 * 1024;

/**
 * Where Nx keeps what tasks have made, and the record of its last run.
 *
 * @param {Host} host
 * @returns {string}
 */
export function cacheFolder(host) {
  return host.env['NX_CACHE_DIRECTORY'] ?? '.nx/cache';
}

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
 * @throws {Trouble} when it failed and the disk of its cache is full
 */
export async function nx(host, args, env = {}) {
  const code = await program({ ...host, env: { ...host.env, ...env } }, nxProgram(host), args);
  if (code !== 0) complainOfDisk(host);
  return code;
}

/**
 * Nx reports the task that it could not store as failed, with the system's words among the task's own.
 *
 * @param {Host} host
 * @throws {Trouble} when the disk of Nx's cache is full
 */
export function complainOfDisk(host) {
  const folder = cacheFolder(host);
  if (host.free(folder) < LEAST_BYTES)
    throw new Trouble(`The disk that holds Nx's cache (${folder}) is full.`, 'Free some of it, e.g. `npx nx reset`.');
}
