// @ts-check
import { cancel, confirm, intro, isCancel, select, text } from '@clack/prompts';
import { withDefaults } from './answers.mjs';
import { FLAGS } from './flags.mjs';
import { REFUSALS } from './refusals.mjs';

/** @import { Answers } from '../record.mjs' */
/** @import { Taken } from './refusals.mjs' */

/** Somebody left by Ctrl-C, or said no. Nothing was changed. */
export class Left extends Error {}

/** In this order; each has the default that follows from those before it. */
const ASKED = /** @type {const} */ ([
  ['name', 'What is the product called, in small letters with dashes?'],
  ['title', 'And in a sentence?'],
  ['scope', 'Which npm scope (without @)?'],
  ['pythonPackage', 'Which Python package?'],
  ['images', 'What stands before /web and /api in the names of the images?'],
  ['port', 'Where is Nginx published on this machine?'],
  ['devPort', 'Where does Vite listen in development?'],
  ['apiPort', 'Where does Django listen in development?'],
  ['holder', 'Whose is the licence?'],
]);

/**
 * Asks what the command line does not say, and asks again what can't be taken.
 *
 * @param {Partial<Answers>} given
 * @param {{name: string, holder: string | undefined, taken: Taken}} about defaults that no other answer tells
 * @returns {Promise<Answers>}
 * @throws {Left}
 */
export async function askAll(given, { name, holder, taken }) {
  intro('A product out of this template');
  /** @type {Partial<Answers>} */
  const answers = { ...given };
  /** What would be answered if nothing more were. @returns {Answers} */
  const soFar = () => withDefaults({ ...(holder ? { holder } : {}), ...answers, name: answers.name ?? name });
  for (const [question, message] of ASKED) {
    if (answers[question] !== undefined) continue;
    const standard = soFar()[question];
    /** @param {string} value */
    const read = (value) => (typeof standard === 'number' ? Number(value || standard) : value || standard);
    const value = await text({
      message: `${message}  (--${FLAGS[question]?.[0]})`,
      initialValue: suggestionIn(REFUSALS[question]?.(soFar(), taken)) ?? String(standard),
      validate: (entered) => REFUSALS[question]?.({ ...soFar(), [question]: read(entered ?? '') }, taken),
    });
    Object.assign(answers, { [question]: read(unlessLeft(value)) });
  }
  answers.database ??= unlessLeft(
    await select({
      message: 'Where does the stack keep its data?  (--database)',
      options: [
        { value: /** @type {const} */ ('sqlite'), label: 'SQLite', hint: 'a file; one machine, no server' },
        { value: /** @type {const} */ ('postgres'), label: 'PostgreSQL', hint: 'a third container' },
      ],
    }),
  );
  answers.demo ??= unlessLeft(await confirm({ message: 'With the notes, to look at and replace?  (--demo)' }));
  return soFar();
}

/**
 * What would be taken in the place of a default that would not be: a product may be called json, a Python package may not.
 *
 * @param {string | undefined} refusal
 */
function suggestionIn(refusal) {
  return /Try (\S+)\.$/.exec(refusal ?? '')?.[1];
}

/**
 * @param {string} message
 * @throws {Left} unless the answer is yes
 */
export async function confirmed(message) {
  if (unlessLeft(await confirm({ message }))) return;
  cancel('Nothing was changed.');
  throw new Left();
}

/** @template T @param {T | symbol} answer @returns {T} */
function unlessLeft(answer) {
  if (!isCancel(answer)) return /** @type {T} */ (answer);
  cancel('Nothing was changed.');
  throw new Left();
}
