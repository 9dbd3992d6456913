// @ts-check
/** @import { ReadHost } from '../host/host.mjs' */

/**
 * What a check found. `mend` is a command to type as it stands; null where only a person can help, as `says` then tells.
 *
 * @typedef {{status: 'ok', says: string} | {status: 'problem', says: string, mend: string | null}} Verdict
 */

/**
 * @typedef {object} Check
 * @property {string} id stands in the JSON, and is never given another meaning
 * @property {string} title for a person
 * @property {string[]} [needs] ids of those that must be in order before this one can be asked
 * @property {(host: ReadHost) => Promise<Verdict>} look changes nothing
 */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {'ok' | 'problem' | 'blocked'} status `blocked`: not asked, since another one is not in order
 * @property {string} says
 * @property {string | null} mend
 */

/**
 * @typedef {object} Report
 * @property {1} schema goes up when a key changes its meaning or goes away
 * @property {boolean} ok
 * @property {Entry[]} checks
 */

const OTHERS_MS = 30_000;
/** An engine that answers does so within tenths of a second; nobody waits for one that does not. */
const ENGINE_MS = 4_000;

/**
 * Runs all checks at once, those that need another one after it.
 *
 * @param {Check[]} checks
 * @param {ReadHost} host
 * @returns {Promise<Report>}
 */
export async function examine(checks, host) {
  const patient = withPatience(host);
  /** @type {Map<string, Promise<Entry>>} */
  const entries = new Map();
  for (const check of checks) {
    const needed = (check.needs ?? []).map((id) => {
      const entry = entries.get(id);
      if (entry === undefined) throw new Error(`${check.id} needs ${id}, which is not in the list before it.`);
      return entry;
    });
    entries.set(check.id, entryOf(check, needed, patient));
  }
  const all = await Promise.all(entries.values());
  return { schema: 1, ok: all.every(({ status }) => status === 'ok'), checks: all };
}

/**
 * @param {Check} check
 * @param {Promise<Entry>[]} needed
 * @param {ReadHost} host
 * @returns {Promise<Entry>}
 */
async function entryOf({ id, title, look }, needed, host) {
  const missing = (await Promise.all(needed)).filter(({ status }) => status !== 'ok');
  if (missing.length > 0) {
    const names = missing.map((entry) => entry.title).join(', ');
    return { id, title, status: 'blocked', says: `Not asked, it needs first: ${names}.`, mend: null };
  }
  try {
    const verdict = await look(host);
    return { id, title, mend: null, ...verdict };
  } catch (error) {
    // One file that nobody thought of must not hide what the others found.
    const reason = error instanceof Error ? error.message : String(error);
    return { id, title, status: 'problem', says: `It could not be looked at: ${reason}`, mend: null };
  }
}

/** @param {ReadHost} host @returns {ReadHost} the same, with an end to every command */
function withPatience(host) {
  return {
    ...host,
    run: (program, args, options) =>
      host.run(program, args, { ...options, timeout: program === 'docker' ? ENGINE_MS : OTHERS_MS }),
  };
}

const MARKS = { ok: '✓', problem: '✗', blocked: '·' };

/**
 * @param {Report} report
 * @returns {string[]} lines for a person: each check, below it the command that mends it, and a sum
 */
export function inWords({ ok, checks }) {
  const width = Math.max(...checks.map(({ title }) => title.length));
  const lines = checks.flatMap(({ title, status, says, mend }) => [
    `${MARKS[status]} ${title.padEnd(width)}  ${says}`,
    ...(mend === null ? [] : [`  ${' '.repeat(width)}  $ ${mend}`]),
  ]);
  const problems = checks.filter(({ status }) => status === 'problem').length;
  return [...lines, '', ok ? 'All is in order.' : `Not in order: ${problems}. Nothing was changed.`];
}
