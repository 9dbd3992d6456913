// @ts-check
import util from 'node:util';
import { Trouble } from './trouble.mjs';

/** @import { ReadHost } from './host.mjs' */

const SHARED = '.env';
const OWN = '.env.local';

/**
 * What is set for the workspace's programs: by the environment, else by `.env.local`, else by `.env`. Nx hands its tasks
 * the same, so that a task and a command mean one port and one database.
 *
 * @param {ReadHost} host
 * @returns {NodeJS.ProcessEnv}
 */
export function settingsOf(host) {
  return { ...inFile(host, SHARED), ...inFile(host, OWN), ...host.env };
}

/**
 * A port that somebody may choose; what is set to nothing is not set, as in a compose file's `${NAME:-8080}`.
 *
 * @param {ReadHost} host
 * @param {string} name the variable's
 * @param {number} standard
 * @returns {number}
 * @throws {Trouble} when it is no port, with the command that takes it away
 */
export function portOf(host, name, standard) {
  const value = settingsOf(host)[name];
  if (!value) return standard;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  const isInFile = host.env[name] === undefined;
  throw new Trouble(`${name} is no port: ${value}.`, isInFile ? `sed -i.bak '/^${name}=/d' ${OWN}` : `unset ${name}`);
}

/** @param {ReadHost} host @param {string} path */
function inFile(host, path) {
  // Not imported by name: a Node too old to have it should still be told so.
  return util.parseEnv(host.read(path) ?? '');
}
