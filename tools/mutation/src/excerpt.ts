import { applyMutant, type Edit, type Mutant } from './mutant.ts';

const longest = 160;
const around = 48;

/** The changed lines before and after, and the numbers of the first and the last. */
export function excerpt(text: string, edits: readonly Edit[]): Pick<Mutant, 'line' | 'lastLine' | 'before' | 'after'> {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline;
  const lines = text.slice(from, to);
  const changed = applyMutant(
    lines,
    edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
  );
  const [before, after] = cut(onOneLine(lines), onOneLine(changed));
  return { line: lineOf(text, start), lastLine: lineOf(text, end), before, after };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Both texts around the place where they begin to differ, when one of them is long. */
function cut(before: string, after: string): [string, string] {
  if (before.length <= longest && after.length <= longest) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - around);
  return [slice(before, from), slice(after, from)];
}

function slice(text: string, from: number): string {
  const to = from + longest;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
