import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'noticed-by.json');

/**
 * Which check noticed which mutant in earlier runs, by the mutant's id. It saves time and proves nothing: the check is asked
 * first, and must fail again.
 */
export function readNoticedBy(): Map<string, string> {
  if (!existsSync(FILE)) return new Map();
  const groups = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>;
  return new Map(Object.entries(groups).flatMap(([check, mutants]) => mutants.map((mutant) => [mutant, check])));
}

/**
 * Keep what a run found out, beside what is known of mutants that it did not judge.
 *
 * @param judged the check's name by the mutant's id; undefined for a mutant that no check noticed
 * @param existing every mutant's id, in order; what is known of others is forgotten
 */
export function writeNoticedBy(judged: ReadonlyMap<string, string | undefined>, existing: readonly string[]): void {
  const known = new Map<string, string | undefined>([...readNoticedBy(), ...judged]);
  const groups: Record<string, string[]> = {};
  for (const mutant of existing) {
    const check = known.get(mutant);
    if (check) (groups[check] ??= []).push(mutant);
  }
  const sorted = Object.entries(groups).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
