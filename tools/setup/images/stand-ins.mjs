// @ts-check
import { createHash } from 'node:crypto';
import { installPackages } from '../host/apt.mjs';
import { hasApt } from '../host/as-root.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { VARIABLES } from './base-images.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

const FOLDER = 'docker/base-images';
const NOTE = '.local/stand-ins.json';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Builds those that are missing or out of date; the folder of the recipes knows how.
 *
 * @param {Host} host
 * @param {string[]} names the variables of the images that they stand for
 * @returns {Promise<Record<string, string>>} by variable
 * @throws {Trouble}
 */
export async function buildStandIns(host, names) {
  if (!host.exists('/usr/sbin/debootstrap') && hasApt(host)) {
    await installPackages(host, ['debootstrap'], { because: 'It takes debootstrap to build them.' });
  }
  const ran = await host.show(process.execPath, [`${FOLDER}/build.mjs`, ...names]);
  const standIns = readStandIns(ran.out);
  if (ran.code !== 0) throw new Trouble(`The stand-ins could not be built: ${lastLine(ran)}`, 'Read the output above.');
  return standIns;
}

/**
 * Reads what the builder prints: one variable a line among its progress.
 *
 * @param {string} output
 * @returns {Record<string, string>}
 */
export function readStandIns(output) {
  const pairs = output.split('\n').flatMap((line) => {
    const [, name = '', image = ''] = /^([A-Z]+_IMAGE)=(\S+)$/.exec(line.trim()) ?? [];
    return VARIABLES.includes(name) ? [[name, image]] : [];
  });
  return Object.fromEntries(pairs);
}

/**
 * Notes that the registry was asked just now, and for which recipes.
 *
 * @param {Host} host
 */
export function noteAnswer(host) {
  host.write(NOTE, `${JSON.stringify({ recipe: recipeHash(host), asked: new Date().toISOString() })}\n`);
}

/** @param {ReadHost} host */
export function areStandInsCurrent(host) {
  return readNote(host).recipe === recipeHash(host);
}

/**
 * Once a day is enough: on a network without a registry the question only takes time.
 *
 * @param {ReadHost} host
 */
export function mayAskAgain(host) {
  return Date.now() - Date.parse(readNote(host).asked) > DAY_MS;
}

/**
 * @param {ReadHost} host
 * @returns {{recipe: string, asked: string}}
 */
function readNote(host) {
  return JSON.parse(host.read(NOTE) ?? '{"recipe":"","asked":"1970-01-01"}');
}

/** @param {ReadHost} host */
function recipeHash(host) {
  const hash = createHash('sha256');
  const recipes = host.list(FOLDER).filter((name) => /(?<!\.test)\.mjs$|\.(?:Dockerfile|sh)$/.test(name));
  for (const name of recipes.sort()) hash.update(name).update(host.read(`${FOLDER}/${name}`) ?? '');
  return hash.digest('hex');
}
