// @ts-check
import { Trouble } from './trouble.mjs';

/**
 * Refuses an option that a command would otherwise pass over: somebody who mistypes one believes that it counts.
 *
 * @param {string} name the command's, `dev`
 * @param {readonly string[]} known its options
 * @param {readonly string[]} args as typed
 * @throws {Trouble} at the first that it does not know
 */
export function refuseUnknown(name, known, args) {
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown === undefined) return;
  // Of these npm knows the names by itself.
  const typed = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
  throw new Trouble(`${typed} does not know ${unknown}.`, `It takes ${known.join(', ')}: ${typed} -- ${known[0]}`);
}
