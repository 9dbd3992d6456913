// @ts-check
import { createHash } from 'node:crypto';
import { devDjango } from '../dev/plan.mjs';
import { lastLine } from '../host/run.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Check } from './examine.mjs' */

/**
 * What `manage.py report_state` says.
 *
 * @typedef {object} State
 * @property {string} openapi SHA-256 of the document that the source would make
 * @property {string[]} unwritten apps whose models have no migration yet
 * @property {string | null} trouble why the database can't be asked
 * @property {string[] | null} unapplied migrations that the database lacks; null when there is no database yet
 */

const DOCUMENT = 'libs/api-types/openapi.json';
const LISTED = 3;
const NEEDS = ['python-packages'];

/** Django starts once for all who ask. @type {WeakMap<ReadHost, Promise<State>>} */
const states = new WeakMap();

/** @param {ReadHost} host @returns {Promise<State>} */
function stateOf(host) {
  const state = states.get(host) ?? askDjango(host);
  states.set(host, state);
  return state;
}

/**
 * Asks in the environment of `npm run dev`.
 *
 * @param {ReadHost} host
 * @returns {Promise<State>}
 * @throws {Error} with Django's last words when it does not start
 */
async function askDjango(host) {
  const { program, cwd, env } = devDjango(host);
  const ran = await host.run(program, ['manage.py', 'report_state'], {
    cwd,
    env: { ...env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (ran.code !== 0) throw new Error(lastLine(ran));
  return JSON.parse(ran.out);
}

/** @type {Check} */
export const openapiDocument = {
  id: 'openapi',
  title: 'OpenAPI document',
  needs: NEEDS,
  async look(host) {
    const { openapi } = await stateOf(host);
    const committed = createHash('sha256')
      .update(host.read(DOCUMENT) ?? '')
      .digest('hex');
    if (committed === openapi) return { status: 'ok', says: 'as the source says' };
    return {
      status: 'problem',
      says: `${DOCUMENT} is not what the source says.`,
      mend: 'npx nx run api-types:generate',
    };
  },
};

/** @type {Check} */
export const writtenMigrations = {
  id: 'migrations-written',
  title: 'Migrations written',
  needs: NEEDS,
  async look(host) {
    const { unwritten } = await stateOf(host);
    if (unwritten.length === 0) return { status: 'ok', says: 'for every model' };
    return {
      status: 'problem',
      says: `Models changed without a migration in ${unwritten.join(', ')}.`,
      mend: 'npx nx makemigrations api',
    };
  },
};

/** @type {Check} */
export const appliedMigrations = {
  id: 'migrations-applied',
  title: 'Migrations applied',
  needs: NEEDS,
  async look(host) {
    const { trouble, unapplied } = await stateOf(host);
    if (trouble !== null) {
      const mend = host.env['DATABASE_URL'] === undefined ? null : 'unset DATABASE_URL';
      return { status: 'problem', says: `The development database can't be asked: ${trouble}`, mend };
    }
    if (unapplied === null) return { status: 'ok', says: 'no development database yet; npm run dev makes one' };
    if (unapplied.length === 0) return { status: 'ok', says: 'in the development database' };
    const more = unapplied.length > LISTED ? ` and ${unapplied.length - LISTED} more` : '';
    const says = `The development database lacks ${unapplied.slice(0, LISTED).join(', ')}${more}.`;
    return { status: 'problem', says, mend: 'npx nx run api:migrate' };
  },
};
