import { lineOf } from './nginx/parse.ts';

/** The ways in which a configuration is changed. */
export type Operator =
  'removed' | 'value-changed' | 'off-by-one' | 'swapped' | 'moved-out' | 'pattern-weakened' | 'replaced';

/** A replacement: the characters from `start` up to `end` of the original text become `text`. */
export interface Edit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** What an operator proposes. */
export interface Draft {
  file: string;
  /** The statement and the blocks around it, for the id. */
  subject: string;
  operator: Operator;
  /** The change, for the id; empty when the operator's name is enough. */
  detail: string;
  /** What the fault breaks, if the operator knows. */
  effect?: string;
  /** Whether Nginx has to restart, because it reads the statement only when it starts. */
  needsRestart: boolean;
  edits: Edit[];
}

/** A configuration with one fault. */
export interface Mutant {
  /** Built from the statement and the change, so that it survives unrelated edits of the file. */
  id: string;
  /** The file of the changed statement. */
  file: string;
  operator: Operator;
  /** First and last changed line of the original file, from 1. */
  line: number;
  lastLine: number;
  /** The changed lines on one line, shortened around the change. */
  before: string;
  after: string;
  effect?: string;
  needsRestart: boolean;
  /** Edits of two files only when a directive moves to another file. */
  edits: Edit[];
}

const maxWord = 72;
const maxExcerpt = 160;
const contextBefore = 48;

/** The text on one line, shortened for an id. */
export function brief(text: string): string {
  const line = onOneLine(text);
  return line.length > maxWord ? `${line.slice(0, maxWord - 1)}…` : line;
}

/** A change as it appears in an id: `4→5`. */
export function change(from: string, to: string): string {
  return `${brief(from) || '""'}→${brief(to) || '""'}`;
}

/** Apply edits, which must not overlap, to the text of their file. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}

/**
 * Turn drafts into mutants. Drafts that change nothing or repeat the result of an earlier one are dropped.
 *
 * @param files texts by path
 * @param nameOf name of a file in ids
 */
export function finish(
  drafts: readonly Draft[],
  files: ReadonlyMap<string, string>,
  nameOf: (file: string) => string,
): Mutant[] {
  const results = new Set<string>();
  const uses = new Map<string, number>();
  return drafts.flatMap(({ subject, detail, edits, ...draft }) => {
    const result = resultOf(edits, files);
    if (result === undefined || results.has(result)) return [];
    results.add(result);
    const name = `${nameOf(draft.file)}: ${subject} › ${draft.operator} ${detail}`.trim();
    const number = (uses.get(name) ?? 0) + 1;
    uses.set(name, number);
    // Two equal statements in one file have equal names.
    const id = number === 1 ? name : `${name} #${number}`;
    return [{ id, ...draft, ...excerpt(files.get(draft.file) ?? '', ofFile(edits, draft.file)), edits }];
  });
}

/** The edited texts as one key; undefined when they equal the originals. */
function resultOf(edits: readonly Edit[], files: ReadonlyMap<string, string>): string | undefined {
  const names = [...new Set(edits.map(({ file }) => file))].sort();
  const texts = names.map((file) => applyEdits(files.get(file) ?? '', ofFile(edits, file)));
  if (names.every((file, index) => texts[index] === files.get(file))) return undefined;
  return JSON.stringify([names, texts]);
}

function ofFile(edits: readonly Edit[], name: string): Edit[] {
  return edits.filter(({ file }) => file === name);
}

function excerpt(text: string, edits: readonly Edit[]): Pick<Mutant, 'line' | 'lastLine' | 'before' | 'after'> {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lines = text.slice(from, newline < 0 ? text.length : newline);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  const [before, after] = shorten(onOneLine(lines), onOneLine(applyEdits(lines, moved)));
  return { line: lineOf(text, start), lastLine: lineOf(text, end), before, after };
}

/** Cut long texts to the part around their first difference. */
function shorten(before: string, after: string): [string, string] {
  if (before.length <= maxExcerpt && after.length <= maxExcerpt) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - contextBefore);
  const cut = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + maxExcerpt)}${text.length > from + maxExcerpt ? '…' : ''}`;
  return [cut(before), cut(after)];
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
