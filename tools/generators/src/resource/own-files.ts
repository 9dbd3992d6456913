import type { Spellings } from '../names/spellings.ts';
import { DOMAINS, JOURNEYS, WEB } from '../places.ts';

/** The folders and files that are a resource's own, and no other's. */
export function ownPlaces(plural: Spellings): { folders: string[]; files: string[] } {
  return {
    folders: [`${DOMAINS}/${plural.snake}`, `${WEB}/features/${plural.kebab}`],
    files: [
      `${WEB}/testing/fake-${plural.kebab}.ts`,
      `${JOURNEYS}/${plural.kebab}.ts`,
      `${JOURNEYS}/${plural.kebab}.spec.ts`,
    ],
  };
}
