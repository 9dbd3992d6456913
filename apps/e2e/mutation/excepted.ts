import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exception } from '@app/mutation';

/** The list of mutants that no check has to notice, as it is written; `lintExceptions` says what is wrong with it. */
export function readExceptions(): Exception[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'exceptions.json'), 'utf8')) as Exception[];
}
