// @ts-check

/** A failure that a person can act on: what is wrong in one sentence, and the way out. */
export class Trouble extends Error {
  /**
   * @param {string} sentence what is wrong
   * @param {string} way what to do about it
   */
  constructor(sentence, way) {
    super(sentence);
    this.name = 'Trouble';
    this.way = way;
  }
}

/**
 * Ends a program that met a trouble: says it, and has the exit code say so too.
 *
 * @param {unknown} error
 * @throws {unknown} what is no trouble, as it is
 */
export function endWith(error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`✗ ${error.message}\n  ${error.way}`);
  process.exitCode = 1;
}
