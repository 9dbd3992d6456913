import type { Result } from './report.ts';

/** How many mutants came to which end. */
export type Counts = Record<Result['outcome'], number>;

/** The outcomes of some results. */
export function count(results: readonly Result[]): Counts {
  const counts: Counts = { killed: 0, survived: 0, excepted: 0, refused: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

/** The outcomes by a property of the mutant, in the order of the first of each. */
export function countBy(results: readonly Result[], keyOf: (result: Result) => string): Map<string, Counts> {
  const groups = new Map<string, Result[]>();
  for (const result of results) groups.set(keyOf(result), [...(groups.get(keyOf(result)) ?? []), result]);
  return new Map([...groups].map(([key, group]) => [key, count(group)]));
}

/**
 * The share of mutants that a test noticed, in percent, rounded down: 100 is all. What the program refused is not counted,
 * since no test was asked; nor is what is excepted.
 */
export function scoreOf({ killed, survived }: Counts): number {
  return killed + survived === 0 ? 100 : Math.floor((killed / (killed + survived)) * 1000) / 10;
}
