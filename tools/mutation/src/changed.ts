import type { Mutant } from './mutant.ts';

/** Lines from the first to the last, both included, from 1. */
export interface LineRange {
  first: number;
  last: number;
}

const fileHeader = /^\+\+\+ b\/(.*)$/;
const hunkHeader = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/;

/**
 * The changed lines of each file, as they are now.
 *
 * @param diff what `git diff --unified=0` says. Where lines were only taken away, the lines around that place count.
 */
export function changedLines(diff: string): Map<string, LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let isHeader = false;
  for (const line of diff.split('\n')) {
    // A file that was deleted is called /dev/null below, so that its lines belong to none.
    if (line.startsWith('diff --git ')) [ranges, isHeader] = [[], true];
    const file = isHeader ? fileHeader.exec(line)?.[1] : undefined;
    const [, start, count = '1'] = hunkHeader.exec(line) ?? [];
    if (file !== undefined) {
      files.set(file, ranges);
    } else if (start !== undefined) {
      // An added line may look like a header.
      isHeader = false;
      const first = Number(start);
      ranges.push(count === '0' ? { first, last: first + 1 } : { first, last: first + Number(count) - 1 });
    }
  }
  return files;
}

/** The mutants of statements on changed lines. */
export function onChangedLines(
  mutants: readonly Mutant[],
  changed: ReadonlyMap<string, readonly LineRange[]>,
): Mutant[] {
  return mutants.filter(({ file, line, lastLine }) =>
    (changed.get(file) ?? []).some(({ first, last }) => line <= last && lastLine >= first),
  );
}
