import type { Mutant } from './mutant.ts';

/** The outcome of one mutant. */
export interface Result {
  mutant: Mutant;
  /**
   * `killed`: a check failed. `refused`: the program did not start. `survived`: every check passed. `excepted`: not judged,
   * for a listed reason.
   */
  outcome: 'killed' | 'refused' | 'survived' | 'excepted';
  /** The check that failed, and its message. */
  killer: string;
  message: string;
  ms: number;
}

/** The survivors with their changes, then the score. */
export function summarize(results: readonly Result[]): string {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const [killed, survived] = [count('killed'), count('survived')];
  const judged = killed + survived;
  const score = judged === 0 ? 100 : Math.floor((killed / judged) * 1000) / 10;
  const survivors = results.filter(({ outcome }) => outcome === 'survived').map(({ mutant }) => describe(mutant));
  const counts = `${killed} killed, ${survived} survived, ${count('excepted')} excepted, ${count('refused')} refused`;
  return [...survivors, `Score: ${score} % (${counts})`].join('\n');
}

/** A mutant with its place and its change. */
export function describe({ id, file, line, before, after, effect }: Mutant): string {
  return [id, `    ${file}:${line}${effect ? `  ${effect}` : ''}`, `    - ${before}`, `    + ${after}`].join('\n');
}

/** The number of mutants of each file, then of all. */
export function countMutants(mutants: readonly Mutant[]): string {
  const groups = Map.groupBy(mutants, ({ file }) => file);
  const counts = [...groups].map(([file, own]) => `${own.length} ${file}`);
  return [...counts, `${mutants.length} mutants`].join('\n');
}
