// @ts-check
import { tmpdir } from 'node:os';

/** @import { Check } from './examine.mjs' */

const GIB = 1024 ** 3;
/** Packages, both images with their layers and a run of the tests, with some room to work. */
const MINIMUM_GIB = 5;
/** Traces and copies of the tree, while tests run. */
const MINIMUM_TEMPORARY_GIB = 1;

/** @type {Check} */
export const disk = {
  id: 'disk',
  title: 'Disk',
  async look(host) {
    const places = [
      { path: host.root, minimum: MINIMUM_GIB, mend: 'docker buildx prune --force; npx nx reset' },
      { path: tmpdir(), minimum: MINIMUM_TEMPORARY_GIB, mend: null },
    ].map((place) => ({ ...place, free: host.free(place.path) / GIB }));
    const full = places.find(({ free, minimum }) => free < minimum);
    if (full === undefined) return { status: 'ok', says: `${places[0]?.free.toFixed(0)} GiB free` };
    const says = `${full.free.toFixed(1)} GiB are free in ${full.path}, less than ${full.minimum}${full.mend === null ? ': make room there' : ''}.`;
    return { status: 'problem', says, mend: full.mend };
  },
};
