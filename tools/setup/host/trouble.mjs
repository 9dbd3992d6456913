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
