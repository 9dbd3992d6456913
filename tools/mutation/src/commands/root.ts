import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from '../mutant.ts';
import { defaultVariables, places, readSources, workspaceMutants } from '../workspace.ts';

/** The workspace's root. */
export const root = join(import.meta.dirname, '../../../..');

/** All sources, and the mutants of a stack that nobody configured. */
export function readAll(): { sources: Map<string, string>; mutants: Mutant[] } {
  const sources = readSources(root);
  const entrypoint = readFileSync(join(root, places.entrypoint), 'utf8');
  return { sources, mutants: workspaceMutants(sources, defaultVariables(entrypoint)) };
}
