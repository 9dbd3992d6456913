import type { Edit, Operator } from './mutant.ts';

/** A mutant before it has a name: what one operator proposes. */
export interface Draft {
  file: string;
  /** The statement and the blocks around it, as a reader would name them. */
  subject: string;
  operator: Operator;
  /** What is done to the statement; empty when the operator's name says it all. */
  detail: string;
  edits: Edit[];
}

const longest = 72;
const nothing = '""';

/** A text on one line, cut when it is long. */
export function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** How a changed part is named: `4→5`. */
export function change(from: string, to: string): string {
  return `${brief(from) || nothing}→${brief(to) || nothing}`;
}
