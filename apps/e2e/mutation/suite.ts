import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collected, type Check } from '../contract/collect.ts';
import { E2E_ROOT } from '../support/paths.ts';
import { isCallable } from './checks.ts';
import { tiers, type Tier } from './hunt.ts';

/** Their tests build or start images of their own, and hear nothing of a mounted configuration. */
const ABOUT_IMAGES = ['bad-configuration.spec.ts', 'new-release.spec.ts'];

/**
 * The contract's spec files as plain functions, in three parts: quick ones, those that wait for a time limit
 * (`*-time.spec.ts`), and those that stop and replace containers.
 */
export async function loadSuite(): Promise<Tier[]> {
  const waiting = (name: string) => name.endsWith('-time.spec.ts');
  const fast = await checksOf('proxy', (name) => !waiting(name));
  const slow = await checksOf('proxy', waiting);
  const breaking = await checksOf('faults', () => true);
  return tiers(byTurns(fast), slow, breaking);
}

/** One check of each row, then the next of each: a wrong line mostly fails a whole row, and some rows have 200 checks. */
function byTurns(checks: readonly Check[]): Check[] {
  const turns = new Map<string, number>();
  const turn = new Map(
    checks.map((check) => {
      const count = turns.get(check.row) ?? 0;
      turns.set(check.row, count + 1);
      return [check, count];
    }),
  );
  return [...checks].sort((one, other) => (turn.get(one) ?? 0) - (turn.get(other) ?? 0));
}

async function checksOf(folder: string, isWanted: (name: string) => boolean): Promise<Check[]> {
  const before = collected().length;
  const names = readdirSync(join(E2E_ROOT, folder)).filter(
    (name) => name.endsWith('.spec.ts') && !ABOUT_IMAGES.includes(name) && isWanted(name),
  );
  for (const name of names.sort()) await import(join(E2E_ROOT, folder, name));
  return collected().slice(before).filter(isCallable);
}
