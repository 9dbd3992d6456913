import { posix } from 'node:path';
import { readConfiguration, type Source } from './nginx/configuration.ts';
import type { Mutate } from './nginx/words.ts';
import { finish, type Mutant } from './mutant.ts';
import { movedOut } from './operators/moved-out.ts';
import { offByOne } from './operators/off-by-one.ts';
import { patternWeakened } from './operators/pattern-weakened.ts';
import { removed } from './operators/removed.ts';
import { swapped } from './operators/swapped.ts';
import { valueChanged } from './operators/value-changed.ts';

const operators: Mutate[] = [removed, valueChanged, offByOne, swapped, movedOut, patternWeakened];

/** All mutants of an Nginx configuration, in Nginx's reading order. */
export function nginxMutants(source: Source): Mutant[] {
  const configuration = readConfiguration(source);
  const drafts = configuration.sites.flatMap((site) => operators.flatMap((mutate) => mutate(site, configuration)));
  return finish(drafts, source.files, (file) => posix.relative(posix.dirname(source.entry), file));
}
