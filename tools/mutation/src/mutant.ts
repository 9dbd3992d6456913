/** The ways in which a configuration is made wrong. */
export const operators = [
  'removed',
  'value-changed',
  'off-by-one',
  'swapped',
  'moved-out',
  'pattern-weakened',
] as const;

/** One way in which a configuration is made wrong. */
export type Operator = (typeof operators)[number];

/** A replaced part of a file: characters from `start` up to, not with, `end` of the unchanged text become `text`. */
export interface Edit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** A configuration with one fault. */
export interface Mutant {
  /** Names the fault, not its place in the file: unrelated edits of the file leave it as it is. */
  id: string;
  /** The file of the faulty statement, as the caller named it. */
  file: string;
  /** Its first and its last changed line, from 1, in the unchanged file. */
  line: number;
  lastLine: number;
  operator: Operator;
  /** The changed lines, on one line and cut around the change when they are long. */
  before: string;
  after: string;
  /** At least one; they do not overlap. More than one file only where a directive moves to another file. */
  edits: Edit[];
}

/**
 * The text of one file with a mutant's edits of that file.
 *
 * @param edits of one file, in any order
 * @throws RangeError when two edits overlap, or one is outside of the text
 */
export function applyMutant(text: string, edits: readonly Edit[]): string {
  let rest = text.length;
  let changed = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (edit.start > edit.end || edit.start < 0 || edit.end > rest) {
      throw new RangeError(
        `An edit of ${edit.file} from ${edit.start} to ${edit.end} is outside of it, or overlaps another.`,
      );
    }
    changed = changed.slice(0, edit.start) + edit.text + changed.slice(edit.end);
    rest = edit.start;
  }
  return changed;
}
