import { change, type Draft } from '../../draft.ts';
import { isEntry, type Site } from '../configuration.ts';
import type { Facts } from '../facts.ts';
import { numbersOf } from '../values/numbers.ts';
import { neighbours } from '../values/quantity.ts';
import { draft, replace } from '../words.ts';

/** How many of something there is room for: no request can tell one more or less of thousands, in memory or in a table. */
const capacities = new Set(['worker_connections', 'worker_rlimit_nofile', 'open_file_cache.max', 'zone']);

/** Makes a limit one more and one less: a count, a port, a second, a kilobyte. */
export function offByOne(site: Site, facts: Facts): Draft[] {
  // In a table, the keys are what is compared, not an amount; its results are.
  if (site.block || site.parent.kind === 'types' || (isEntry(site) && site.parent.kind === 'geo')) return [];
  return numbersOf(site, facts)
    .filter(({ key }) => !capacities.has(key))
    .flatMap((place) =>
      neighbours(place.quantity).map(({ text, name }) =>
        draft(site, 'off-by-one', change(place.text, name), replace(site, place, text)),
      ),
    );
}
