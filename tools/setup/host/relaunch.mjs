// @ts-check
import { spawn } from 'node:child_process';

/** @import { ReadHost } from './host.mjs' */

/** Set in the second life, so that there is no third. */
const MARK = 'APP_SETUP_RELAUNCHED';

/** Thrown when this process can't have what a new one would have: membership of a group counts from the next start on. */
export class Relaunch extends Error {
  /** @param {string} group */
  constructor(group) {
    super(`This must run as a member of the group ${group}.`);
    this.group = group;
  }
}

/** @param {ReadHost} host */
export function mayRelaunch(host) {
  return host.env[MARK] === undefined;
}

/**
 * Runs this same command again as a member of the group, without signing out and in.
 *
 * @param {string} group
 * @param {ReadHost} host
 * @returns {Promise<number>} its exit code
 */
export function relaunch(group, host) {
  const words = [process.execPath, ...process.argv.slice(1)];
  host.say(`  Starting over as a member of the group ${group}: this session is older than the membership.`);
  return new Promise((resolve, reject) => {
    const env = { ...host.env, [MARK]: '1' };
    spawn('sg', [group, '-c', words.map(quote).join(' ')], { cwd: host.root, env, stdio: 'inherit' })
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 1));
  });
}

/** For a POSIX shell. @param {string} word */
export function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
