import type { Mutant } from './mutant.ts';

/** A mutant that no test has to notice, with the reason. */
export interface Exception {
  /** Its id. */
  mutant: string;
  /** `equivalent`: nothing can tell it from the original. `bench`: only a measurement can. */
  kind: 'equivalent' | 'bench';
  /** For whoever doubts it: a sentence, not a word. */
  reason: string;
}

/** The share of mutants that may be excepted: above it, the operators or the tests have to become better. */
export const mostExceptions = 0.05;

const shortestReason = 20;

/**
 * What is wrong with a list of exceptions, one sentence for each fault; none when it may be used.
 *
 * @param exceptions the parsed JSON file
 * @param mutants all of them, not a selection
 */
export function lintExceptions(exceptions: unknown, mutants: readonly Mutant[]): string[] {
  if (!Array.isArray(exceptions)) return ['The exceptions are no list.'];
  const ids = new Set(mutants.map(({ id }) => id));
  const named = new Set<string>();
  const faults = exceptions.flatMap((exception: unknown, index) => {
    if (!isException(exception))
      return [`Exception ${index + 1} needs "mutant", "kind" (equivalent or bench) and "reason".`];
    const { mutant, reason } = exception;
    const found: string[] = [];
    if (!ids.has(mutant)) found.push(`There is no mutant any more that is called: ${mutant}`);
    if (named.has(mutant)) found.push(`It is excepted twice: ${mutant}`);
    if (reason.trim().length < shortestReason) found.push(`The reason says too little: ${mutant}`);
    named.add(mutant);
    return found;
  });
  const most = Math.floor(mutants.length * mostExceptions);
  if (exceptions.length > most)
    faults.push(`${exceptions.length} of ${mutants.length} mutants are excepted; ${most} may be.`);
  return faults;
}

function isException(value: unknown): value is Exception {
  if (typeof value !== 'object' || value === null) return false;
  const { mutant, kind, reason } = value as Partial<Record<keyof Exception, unknown>>;
  return typeof mutant === 'string' && (kind === 'equivalent' || kind === 'bench') && typeof reason === 'string';
}
