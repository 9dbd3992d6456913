import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

/** Mutants that no check has to notice. */
export interface Exception {
  /** `equivalent`: they behave like the original. `bench`: only a measurement can tell the difference. */
  kind: 'equivalent' | 'bench';
  reason: string;
  /** Ids. */
  mutants: string[];
}

const maxExceptions = 20;
const minReasonLength = 20;

export function readExceptions(): Exception[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../exceptions.json'), 'utf8')) as Exception[];
}

/** The problems of a list of exceptions, given all mutants. */
export function lintExceptions(exceptions: readonly Exception[], mutants: readonly Mutant[]): string[] {
  const existing = new Set(mutants.map(({ id }) => id));
  const ids = exceptions.flatMap((exception) => exception.mutants);
  const problems = [
    ...ids.filter((id) => !existing.has(id)).map((id) => `There is no mutant with this id: ${id}`),
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `Listed twice: ${id}`),
    ...exceptions
      .filter(({ kind, reason }) => !['equivalent', 'bench'].includes(kind) || reason.length < minReasonLength)
      .map(({ reason }) => `An exception needs a kind ("equivalent" or "bench") and a reason: ${reason}`),
  ];
  if (ids.length > maxExceptions) {
    problems.push(`There are ${ids.length} exceptions; at most ${maxExceptions} are allowed.`);
  }
  return problems;
}
