import type { Mutant } from './mutant.ts';

/**
 * The mutants of lines that a diff changed. Where lines were only removed, the lines around them count.
 *
 * @param diff output of `git diff --unified=0`
 */
export function onChangedLines(mutants: readonly Mutant[], diff: string): Mutant[] {
  const changed = changedLines(diff);
  return mutants.filter(({ file, line, lastLine }) =>
    changed.get(file)?.some(({ first, last }) => line <= last && lastLine >= first),
  );
}

/** First and last line of each changed range, from 1. */
function changedLines(diff: string): Map<string, { first: number; last: number }[]> {
  const files = new Map<string, { first: number; last: number }[]>();
  for (const part of diff.split(/^diff --git /m)) {
    // A deleted file is called /dev/null. An added line can look like a header, so only the first header counts.
    const file = /^\+\+\+ b\/(.*)$/m.exec(part)?.[1];
    if (file === undefined) continue;
    const hunks = part.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm);
    const ranges = [...hunks].map(([, start, count = '1']) => {
      const first = Number(start);
      return { first, last: first + Math.max(Number(count) - 1, count === '0' ? 1 : 0) };
    });
    files.set(file, ranges);
  }
  return files;
}
