// @ts-check
/** @import { Step } from '../steps/run-steps.mjs' */
/** @import { Check } from './examine.mjs' */

/**
 * Asks what a step of setup asks.
 *
 * @param {string} id
 * @param {Step} step
 * @param {string[]} [needs]
 * @returns {Check}
 */
export function fromStep(id, { name, look, mend }, needs = []) {
  return {
    id,
    title: name,
    needs,
    async look(host) {
      const found = await look(host);
      if (found.ok) return { status: 'ok', says: found.says };
      const command = found.command === undefined && mend ? 'npm run setup' : (found.command ?? null);
      const says = command === null ? `${found.lacks} ${found.way}` : found.lacks;
      return { status: 'problem', says, mend: command };
    },
  };
}
