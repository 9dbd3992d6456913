// @ts-check

/**
 * @typedef {object} Step
 * @property {string} name for a person, and for tests
 * @property {() => void} take
 * @property {() => void} undo takes back as much as was taken; must do no harm when nothing was
 * @property {() => void} [finish] lets go of what undoing would have needed, once every step is taken
 */

/** A step failed, and everything is as it was. */
export class Undone extends Error {}

/**
 * Takes steps in order. When one fails, that one and all before it are undone, the last first.
 *
 * @param {readonly Step[]} steps
 * @param {(name: string) => void} [before] called before each step
 * @throws {Undone} with the reason
 * @throws {AggregateError} when undoing fails as well: then the reasons, and nothing is hidden
 */
export function takeAll(steps, before = () => {}) {
  /** @type {Step[]} */
  const taken = [];
  try {
    for (const step of steps) {
      before(step.name);
      taken.unshift(step);
      step.take();
    }
  } catch (error) {
    const failures = taken.flatMap((step) => failureOf(step.undo));
    const reason = `${taken[0]?.name ?? 'Nothing'}: ${error instanceof Error ? error.message : String(error)}`;
    if (failures.length > 0) throw new AggregateError([error, ...failures], reason, { cause: error });
    throw new Undone(reason, { cause: error });
  }
  for (const { finish } of steps) finish?.();
}

/** @param {() => void} work @returns {unknown[]} */
function failureOf(work) {
  try {
    work();
    return [];
  } catch (error) {
    return [error];
  }
}
