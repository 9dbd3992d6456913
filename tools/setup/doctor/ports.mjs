// @ts-check
import { devPorts } from '../dev/plan.mjs';
import { Trouble } from '../host/trouble.mjs';
import { addressOf, isFree, whoHolds } from '../stack/address.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Check } from './examine.mjs' */

/**
 * @typedef {object} Use
 * @property {string} variable that chooses another port
 * @property {number} port
 * @property {string} bind
 * @property {string} command that wants it
 */

/** @param {ReadHost} host @returns {Use[] | Trouble} */
function usesOf(host) {
  try {
    const { web, api } = devPorts(host);
    const { port, bind } = addressOf(host);
    return [
      { variable: 'APP_PORT', port, bind, command: 'npm start' },
      { variable: 'APP_DEV_PORT', port: web, bind: '127.0.0.1', command: 'npm run dev' },
      { variable: 'APP_API_PORT', port: api, bind: '127.0.0.1', command: 'npm run dev' },
    ];
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

/** @type {Check} */
export const ports = {
  id: 'ports',
  title: 'Ports',
  async look(host) {
    const uses = usesOf(host);
    if (uses instanceof Trouble) return { status: 'problem', says: uses.message, mend: uses.way };
    const taken = (await Promise.all(uses.map((use) => holderOf(host, use)))).flatMap((holder, i) => {
      const use = uses[i];
      return holder === undefined || use === undefined ? [] : [{ ...use, holder }];
    });
    if (taken.length === 0) return { status: 'ok', says: uses.map(({ port }) => port).join(', ') };
    const says = taken.map(({ port, holder }) => `${port} is taken by ${holder}`).join('; ');
    return { status: 'problem', says: `${says}.`, mend: await elsewhere(taken) };
  },
};

/**
 * @param {ReadHost} host
 * @param {Use} use
 * @returns {Promise<string | undefined>} words for a person; nothing when the port is free or our own
 */
async function holderOf(host, { port, bind, variable }) {
  if (await isFree(port, bind)) return undefined;
  const listener = await listenerOn(host, port);
  const command = listener && (await host.run('ps', ['-o', 'args=', '-p', listener.pid])).out;
  if (command?.includes(host.root)) return undefined;
  if (variable === 'APP_PORT') {
    const holder = await whoHolds(host, { port, bind, url: '' });
    if (holder === undefined || holder.startsWith('the container')) return holder;
  }
  return listener ? `${listener.program} (pid ${listener.pid})` : 'a program of another user';
}

/**
 * Who listens, as far as this user may know. One of both programs is part of every Linux and macOS.
 *
 * @param {ReadHost} host
 * @param {number} port
 * @returns {Promise<{pid: string, program: string} | undefined>}
 */
export async function listenerOn(host, port) {
  const ss = await host.run('ss', ['-ltnpH', `sport = :${port}`]);
  const [, program, pid] = /"([^"]+)",pid=(\d+)/.exec(ss.out) ?? [];
  if (program !== undefined && pid !== undefined) return { program, pid };
  const lsof = await host.run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const [, id, name] = /^p(\d+)\nc(.+)$/m.exec(lsof.out) ?? [];
  return id === undefined || name === undefined ? undefined : { program: name, pid: id };
}

/** @param {Use[]} taken @returns {Promise<string>} the command of the first, with other ports for all that are its own */
async function elsewhere(taken) {
  const command = taken[0]?.command ?? '';
  const choices = await Promise.all(
    taken
      .filter((use) => use.command === command)
      .map(async ({ variable, port, bind }) => `${variable}=${await freePortAfter(port, bind)}`),
  );
  return [...choices, command].join(' ');
}

/** @param {number} port @param {string} bind */
async function freePortAfter(port, bind) {
  let next = port + 1;
  while (next < 65_535 && !(await isFree(next, bind))) next += 1;
  return next;
}
