// @ts-check
import { Trouble } from './trouble.mjs';

/** @import { Host, ReadHost } from './host.mjs' */
/** @import { Ran, RunOptions } from './run.mjs' */

/**
 * How a command is run with root's rights here.
 *
 * Without a terminal nobody can type a password: sudo is told not to wait for one.
 *
 * @param {Host} host
 * @returns {Promise<string[]>} words to put before the command; none for root itself
 * @throws {Trouble} when there is no way
 */
export async function rootPrefix(host) {
  if (host.user.isRoot) return [];
  if ((await host.run('sudo', ['-n', 'true'])).code === 0) return ['sudo', '-n'];
  const canAsk = host.mayAsk && (await host.run('sudo', ['--version'])).code === 0;
  if (canAsk) return ['sudo'];
  throw new Trouble(
    'Installing system packages needs root, and sudo does not work here.',
    'Run the command once as root.',
  );
}

/**
 * @param {Host} host
 * @param {string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export async function showAsRoot(host, command, options) {
  const [program = '', ...args] = [...(await rootPrefix(host)), ...command];
  return host.show(program, args, options);
}

/**
 * @param {Host} host
 * @param {string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export async function runAsRoot(host, command, options) {
  const [program = '', ...args] = [...(await rootPrefix(host)), ...command];
  return host.run(program, args, options);
}

/**
 * Writes a file of the system.
 *
 * @param {Host} host
 * @param {string} path
 * @param {string} text
 */
export async function writeAsRoot(host, path, text) {
  const ran = await runAsRoot(host, ['tee', path], { input: text });
  if (ran.code !== 0)
    throw new Trouble(`${path} could not be written: ${ran.err.trim()}`, 'Write it by hand or free the disk.');
}

/**
 * Whether system packages can be installed by apt, with Debian's and Ubuntu's names.
 *
 * @param {ReadHost} host
 * @returns {boolean}
 */
export function hasApt(host) {
  return host.exists('/usr/bin/apt-get');
}
