// @ts-check
/** The one file of a product that remembers where it came from. */

/** From the workspace's root. The only file in which the template's own name may stand. */
export const RECORD = 'template.json';

/**
 * What a person answered when the product began: with the same answers, a later version of the template becomes the same
 * product. A version may ask more than an older one did; what is missing here gets the default of that version.
 *
 * @typedef {object} Answers
 * @property {string} name `ox-cart`
 * @property {string} title `Ox Cart`
 * @property {string} scope the npm scope, without `@`
 * @property {string} pythonPackage `ox_cart`
 * @property {string} images what stands before `/web` and `/api` in the images' names
 * @property {number} port where Nginx is published on this machine
 * @property {number} devPort where Vite listens in development
 * @property {number} apiPort where Django listens in development
 * @property {'sqlite' | 'postgres'} database
 * @property {string} holder whose the licence is
 * @property {number} year of the licence
 * @property {boolean} demo with the notes
 */

/**
 * A version of the template.
 *
 * @typedef {object} Origin
 * @property {string} source the address or folder of its repository; empty if nobody knows
 * @property {string} version
 * @property {string} commit
 * @property {string} tree git's name of the files: the same in a copy whose history is another one
 */

/**
 * @typedef {object} Record
 * @property {Origin} template
 * @property {string[]} migrations of the template's own that this product has, by name
 * @property {Answers} answers
 */

/**
 * @param {string} text
 * @returns {Record}
 */
export function readRecord(text) {
  return JSON.parse(text);
}

/**
 * @param {Record} record
 * @param {string} notice the template's copyright and licence, which every copy has to keep
 * @returns {string}
 */
export function writeRecord({ template, migrations, answers }, notice) {
  const comment = 'Where this product began. `npm run template:update` reads and writes it; the notice has to stay.';
  return `${JSON.stringify({ comment, template, migrations, answers, notice }, null, 2)}\n`;
}
