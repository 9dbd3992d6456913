// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eachLine } from '../host/lines.mjs';

/**
 * @typedef {object} Server
 * @property {string} name stands before each of its lines
 * @property {string} program
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 */

/** How long a server may take to leave before it is ended. */
const GRACE_MS = 5000;

/**
 * Runs servers side by side until one of them ends or somebody asks to stop, and then ends them all.
 *
 * Each has a process group of its own. Otherwise Ctrl-C in a terminal would reach every process at once, Django's reloader
 * and its child among them, and each would print its own way of dying.
 *
 * @param {Server[]} servers
 * @param {(line: string) => void} say
 * @param {AbortSignal} stop
 * @returns {Promise<string | undefined>} the name of the server that ended by itself, if one did
 */
export async function runUntilStopped(servers, say, stop) {
  const children = servers.map(({ name, program, args, cwd, env }) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    eachLine(child.stdout, (line) => say(`${name} │ ${line}`));
    eachLine(child.stderr, (line) => say(`${name} │ ${line}`));
    const ended = new Promise((resolve) => child.once('error', resolve).once('close', resolve)).then(() => name);
    return { child, ended };
  });
  const first = await Promise.race([...children.map(({ ended }) => ended), stopped(stop)]);
  await Promise.all(
    children.map(async ({ child, ended }) => {
      end(child.pid, 'SIGTERM');
      const timer = setTimeout(() => end(child.pid, 'SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
    }),
  );
  return first;
}

/** @param {AbortSignal} signal */
async function stopped(signal) {
  if (!signal.aborted) await once(signal, 'abort');
  return undefined;
}

/**
 * @param {number | undefined} pid the leader of a process group
 * @param {NodeJS.Signals} signal
 */
function end(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // It left by itself between two moments.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
