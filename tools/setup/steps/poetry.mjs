// @ts-check
import { join } from 'node:path';
import { holds, make } from './own-environment.mjs';

/** @import { Step } from './run-steps.mjs' */

export const POETRY_VERSION = '2.5.1';
/** An environment of its own, so that Poetry's dependencies never meet the application's. */
export const POETRY = '.local/poetry';

/** The project asks for its plugin; Poetry would fetch that by itself, but unpinned and into the work tree. */
const PINNED = [`poetry==${POETRY_VERSION}`, 'poetry-plugin-export==1.10.1'];
const CONSTRAINTS = 'tools/setup/steps/poetry-constraints.txt';

/** @type {Step} */
export const poetry = {
  name: 'Poetry',
  async look(host) {
    if (await holds(host, POETRY, PINNED)) return { ok: true, says: POETRY_VERSION };
    const isThere = host.exists(`${POETRY}/bin/poetry`);
    const lacks = isThere ? `It is not ${PINNED.join(' with ')}.` : 'Not installed yet.';
    return { ok: false, lacks, way: `npm run setup installs it; if it can't, delete ${POETRY} first.` };
  },
  async mend(host) {
    await make(host, POETRY, { tool: 'Poetry', args: ['-c', join(host.root, CONSTRAINTS), ...PINNED] });
  },
};
