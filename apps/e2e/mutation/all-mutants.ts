import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultVariables, places, readSources, workspaceMutants, type Mutant } from '@app/mutation';
import { WORKSPACE_ROOT } from '../support/paths.ts';

/** The time limit of a request, in seconds, as on the stack of the faults, whose tests are run here too. */
export const TIME_LIMIT = 5;

/** The texts of every file that mutants are made of. */
export const sources = readSources(WORKSPACE_ROOT);

/** Every wrong configuration, Nginx's first: those need no restart of the application. */
export function allMutants(): Mutant[] {
  const defaults = defaultVariables(readFileSync(join(WORKSPACE_ROOT, places.entrypoint), 'utf8'));
  return workspaceMutants(sources, new Map([...defaults, ['APP_REQUEST_TIMEOUT_SECONDS', TIME_LIMIT]]));
}
