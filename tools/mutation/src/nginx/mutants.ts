import { posix } from 'node:path';
import type { Mutant } from '../mutant.ts';
import { finish } from '../finish.ts';
import { readConfiguration } from './configuration.ts';
import type { Facts } from './facts.ts';
import { movedOut } from './operators/moved-out.ts';
import { offByOne } from './operators/off-by-one.ts';
import { patternWeakened } from './operators/pattern-weakened.ts';
import { removed } from './operators/removed.ts';
import { swapped } from './operators/swapped.ts';
import { valueChanged } from './operators/value-changed.ts';

/** How the files of a configuration become what Nginx reads. */
export interface NginxOptions {
  /** Which of the files is a template, by the path under which its result is included: `/tmp/nginx/limits.conf`. */
  rendered?: ReadonlyMap<string, string>;
  /** The numbers in the place of a template's `${VARIABLES}`; one that is not here stands for no number. */
  variables?: ReadonlyMap<string, number>;
}

const all = [removed, valueChanged, offByOne, swapped, movedOut, patternWeakened];

/**
 * Every wrong configuration that the operators make, in the order in which Nginx reads the statements.
 *
 * @param files texts by path
 * @param entry the path of nginx.conf
 * @throws SyntaxError when the configuration is not whole
 */
export function nginxMutants(
  files: ReadonlyMap<string, string>,
  entry: string,
  { rendered, variables = new Map() }: NginxOptions = {},
): Mutant[] {
  const configuration = readConfiguration(files, entry, rendered);
  const facts: Facts = { configuration, variables };
  const drafts = configuration.sites.flatMap((site) => all.flatMap((operator) => operator(site, facts)));
  return finish(drafts, files, (file) => posix.relative(posix.dirname(entry), file));
}
