import { execFileSync } from 'node:child_process';
import { changedLines, onChangedLines, type Mutant } from '@app/mutation';
import { WORKSPACE_ROOT } from '../support/paths.ts';

const { MUTATE_SINCE: since, MUTATE_ONLY: only, MUTATE_EXCEPTED: excepted } = process.env;

/** Whether the suite is also asked about mutants that are excepted: one that is noticed needs no exception. */
export const asksExcepted = Boolean(excepted);

/** Whether this run judges every mutant, so that its result is the score. */
export function isWholeRun(): boolean {
  return !since && !only;
}

/**
 * The mutants that this run is about: all, those of lines that changed since a commit (`--since=main`), or those whose id
 * holds a text (`--only=clients.conf`).
 */
export function select(mutants: readonly Mutant[]): Mutant[] {
  const named = mutants.filter(({ id, file }) => `${file}: ${id}`.includes(only ?? ''));
  if (!since) return named;
  const diff = execFileSync('git', ['diff', '--unified=0', since], { cwd: WORKSPACE_ROOT, encoding: 'utf8' });
  return onChangedLines(named, changedLines(diff));
}
