// @ts-check
import { Trouble } from '../host/trouble.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

/**
 * `mayRenew`: everything is there, and still it is time to ask again whether something better is to be had.
 * `command`: what to type instead of `npm run setup`, where that would not help; null where no command does.
 *
 * @typedef {{ok: true, says: string, mayRenew?: boolean}
 *   | {ok: false, lacks: string, way: string, command?: string | null}} Finding
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(host: ReadHost) => Promise<Finding>} look changes nothing
 * @property {(host: Host) => Promise<void>} [mend] supplies what `look` missed; without it only the person can
 */

/**
 * Looks at each step's ground and mends what is missing, in order. A mended step is looked at again: only what is seen counts.
 *
 * @param {Step[]} steps
 * @param {Host} host
 * @throws {Trouble} at the first thing that can't be supplied
 */
export async function setUp(steps, host) {
  for (const { name, look, mend } of steps) {
    const before = await look(host);
    if (before.ok && !before.mayRenew) {
      host.say(line('✓', name, before.says));
      continue;
    }
    if (!before.ok && !mend) throw new Trouble(before.lacks, before.way);
    if (!before.ok) host.say(line('…', name, before.lacks));
    await mend?.(host);
    const after = await look(host);
    if (!after.ok) throw new Trouble(after.lacks, after.way);
    host.say(line('✓', name, after.says));
  }
}

/**
 * Reports what is there and what is missing, and changes nothing.
 *
 * @param {Step[]} steps
 * @param {ReadHost} host
 * @returns {Promise<number>} how much is missing
 */
export async function report(steps, host) {
  let missing = 0;
  for (const { name, look } of steps) {
    const found = await look(host);
    if (found.ok) {
      host.say(line('✓', name, found.says));
    } else {
      missing += 1;
      host.say(line('✗', name, `${found.lacks} ${found.way}`));
    }
  }
  return missing;
}

/**
 * @param {string} mark
 * @param {string} name
 * @param {string} text
 */
function line(mark, name, text) {
  return `${mark} ${name.padEnd(20)} ${text}`;
}
