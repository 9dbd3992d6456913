import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collected, type Check } from '../contract/collect';
import { E2E_ROOT } from '../support/paths';
import { isCallable } from './checks';
import { tiers, type Tier } from './hunt';

/** Tests that build an image take longer than they could tell about a line of configuration. */
const TOO_SLOW = ['new-release.spec.ts'];

/**
 * The contract's spec files as plain functions, in three parts: quick ones, those that wait for a time limit
 * (`*-time.spec.ts`), and those that stop and replace containers.
 */
export async function loadSuite(): Promise<Tier[]> {
  const waiting = (name: string) => name.endsWith('-time.spec.ts');
  const fast = await checksOf('proxy', (name) => !waiting(name));
  const slow = await checksOf('proxy', waiting);
  const breaking = await checksOf('faults', (name) => !TOO_SLOW.includes(name));
  if (process.env.MUTATE_FAST) return tiers(fast, [], []);
  return tiers(fast, slow, breaking);
}

async function checksOf(folder: string, isWanted: (name: string) => boolean): Promise<Check[]> {
  const before = collected().length;
  const names = readdirSync(join(E2E_ROOT, folder)).filter((name) => name.endsWith('.spec.ts') && isWanted(name));
  for (const name of names.sort()) await import(join(E2E_ROOT, folder, name));
  return collected().slice(before).filter(isCallable);
}
