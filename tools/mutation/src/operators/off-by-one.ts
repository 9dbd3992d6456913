import { isEntry, type Configuration, type Site } from '../nginx/configuration.ts';
import { neighbours, quantitiesOf } from '../nginx/quantity.ts';
import { draft, replace } from '../nginx/words.ts';
import { change, type Draft } from '../mutant.ts';

/** Capacities in which one more or less of thousands is not noticeable. */
const capacities = new Set(['worker_connections', 'worker_rlimit_nofile', 'open_file_cache.max']);

/** Increase and decrease a limit by one. */
export function offByOne(site: Site, configuration: Configuration): Draft[] {
  if (site.block || (isEntry(site) && site.parent.kind !== 'map')) return [];
  return quantitiesOf(site, configuration)
    .filter(({ key }) => !capacities.has(key))
    .flatMap((place) =>
      neighbours(place.quantity).map(({ text, name }) =>
        draft(site, 'off-by-one', change(place.text, name), replace(site, place, text)),
      ),
    );
}
