// @ts-check
import { parseArgs } from 'node:util';

/** @import { Answers } from '../record.mjs' */

/** The command line can't be read. */
export class BadFlag extends Error {}

/** Each question's flag, and what a person is told of it. @type {Readonly<Partial<Record<keyof Answers, [flag: string, help: string]>>>} */
export const FLAGS = {
  name: ['name', 'the product, in small letters with dashes: ox-cart'],
  title: ['title', 'what a person reads: Ox Cart'],
  scope: ['scope', 'the npm scope, without @'],
  pythonPackage: ['python-package', 'the Python package: ox_cart'],
  images: ['images', 'what stands before /web and /api in the names of the images'],
  port: ['port', 'where Nginx is published on this machine'],
  devPort: ['dev-port', 'where Vite listens in development'],
  apiPort: ['api-port', 'where Django listens in development'],
  database: ['database', 'where the stack keeps its data: sqlite or postgres'],
  holder: ['holder', 'whose the licence is'],
};

/** Whose answers are numbers. */
const NUMBERS = ['port', 'devPort', 'apiPort'];

export const HELP = [
  'npm run init -- [--yes] [--dry-run] [answers]',
  ...Object.values(FLAGS).map(([flag, help]) => `  --${flag.padEnd(16)} ${help}`),
  '  --no-demo          without the notes: accounts and the system page alone',
  "  --source           where the template's repository is, if origin is not it; origin then stays",
  '  --yes              asks nothing: what is not said gets its default',
  '  --dry-run          says what would change, and changes nothing',
].join('\n');

/**
 * @typedef {object} Flags
 * @property {Partial<Answers>} given
 * @property {string | undefined} source
 * @property {boolean} yes
 * @property {boolean} dryRun
 * @property {boolean} help
 */

/**
 * @param {string[]} args the command line after `npm run init --`
 * @returns {Flags}
 * @throws {BadFlag} in one sentence
 */
export function readFlags(args) {
  const strings = Object.fromEntries(Object.values(FLAGS).map(([flag]) => [flag, { type: 'string' }]));
  const booleans = Object.fromEntries(['yes', 'dry-run', 'help', 'demo'].map((flag) => [flag, { type: 'boolean' }]));
  /** @type {Record<string, string | boolean | undefined>} */
  let values;
  try {
    const options = /** @type {any} */ ({ ...strings, source: { type: 'string' }, ...booleans });
    values = /** @type {any} */ (parseArgs({ args, options, allowNegative: true }).values);
  } catch (error) {
    throw new BadFlag(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  const given = Object.entries(FLAGS).flatMap(([question, [flag]]) => {
    const value = values[flag];
    if (value === undefined) return [];
    return [[question, NUMBERS.includes(question) ? Number(value) : value]];
  });
  if (values['demo'] !== undefined) given.push(['demo', values['demo']]);
  return {
    given: Object.fromEntries(given),
    source: /** @type {string | undefined} */ (values['source']),
    yes: values['yes'] === true,
    dryRun: values['dry-run'] === true,
    help: values['help'] === true,
  };
}
