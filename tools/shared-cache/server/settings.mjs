// @ts-check
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Settings what an installation of the server decides
 * @property {string} folder where entries lie
 * @property {string} host the address that it listens on
 * @property {number} port
 * @property {{read: string, write: string}} tokens
 * @property {number} maxEntryBytes the largest entry
 * @property {number} maxBytes all entries together; what was used longest ago goes first
 * @property {number} maxAgeDays an entry that nobody has read for so long goes
 */

/** A setting that the server cannot start with: one sentence for whoever starts it. */
export class BadSetting extends Error {}

const MIB = 2 ** 20;
const LEAST_TOKEN_CHARACTERS = 32;

/**
 * Reads the settings from the environment. There is no default for what must be secret or must last.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {BadSetting} naming the variable
 */
export function settingsFrom(env) {
  const folder = env['TANDEM_CACHE_FOLDER'];
  if (!folder) throw new BadSetting('TANDEM_CACHE_FOLDER is not set: name the folder that keeps the entries.');
  const tokens = {
    read: token(env, 'TANDEM_CACHE_READ_TOKEN_FILE'),
    write: token(env, 'TANDEM_CACHE_WRITE_TOKEN_FILE'),
  };
  if (tokens.read === tokens.write) {
    throw new BadSetting('Both tokens are the same: whoever may read could write, and with it choose what others run.');
  }
  return {
    folder,
    host: env['TANDEM_CACHE_BIND'] || '127.0.0.1',
    port: number(env, 'TANDEM_CACHE_PORT', 8090, 0),
    tokens,
    maxEntryBytes: number(env, 'TANDEM_CACHE_MAX_ENTRY_MIB', 256) * MIB,
    maxBytes: number(env, 'TANDEM_CACHE_MAX_MIB', 10_240) * MIB,
    maxAgeDays: number(env, 'TANDEM_CACHE_MAX_AGE_DAYS', 30),
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name of the variable with the file's path: a file is seen by fewer than an environment is
 * @returns {string}
 */
function token(env, name) {
  const file = env[name];
  if (!file) throw new BadSetting(`${name} is not set: name the file that holds the token.`);
  let text;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadSetting(`${name}: ${/** @type {Error} */ (error).message}.`);
  }
  if (text.length < LEAST_TOKEN_CHARACTERS || /\s/.test(text)) {
    throw new BadSetting(`${name}: a token is one word of at least ${LEAST_TOKEN_CHARACTERS} characters.`);
  }
  return text;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} otherwise
 * @param {number} [least]
 * @returns {number}
 */
function number(env, name, otherwise, least = 1) {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new BadSetting(`${name} is "${text}": it has to be a whole number from ${least} on.`);
  }
  return value;
}
