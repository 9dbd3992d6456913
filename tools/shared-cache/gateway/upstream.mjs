// @ts-check
import { createGunzip } from 'node:zlib';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** No byte from the server for so long: it hangs. */
const QUIET_MS = 5_000;
/** The slowest upload that is waited for. */
const LEAST_BYTES_PER_SECOND = 1_000_000;

/** The shared cache cannot be used for now; the message says why, for a person. */
export class Unusable extends Error {}
/** One entry cannot be used: it has been cut or changed on its way, or on the server's disk. */
export class Damaged extends Error {}

/** What a server may say to an upload without having failed: read only, there already, too large, disk full. */
const REFUSALS = [403, 409, 413, 507];

/**
 * @typedef {object} Upstream a shared cache, asked so that whatever is wrong with it ends within seconds
 * @property {string} address
 * @property {string | undefined} authorization the header that Nx sends
 * @property {number} [quietMs]
 */

/**
 * @param {Upstream} upstream
 * @param {string} path
 * @returns {Promise<Buffer | undefined>} an entry that is whole; nothing if there is none
 * @throws {Unusable}
 * @throws {Damaged}
 */
export async function fetchEntry({ address, authorization, quietMs = QUIET_MS }, path) {
  return within(quietMs, async (signal, heard) => {
    const response = await fetch(address + path, { ...requestOf(authorization), signal });
    heard();
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (response.status !== 200) throw new Unusable(await reasonOf(response));
    const chunks = [];
    for await (const chunk of response.body ?? []) {
      heard();
      chunks.push(chunk);
    }
    const entry = Buffer.concat(chunks);
    await assertWhole(entry);
    return entry;
  });
}

/**
 * @param {Upstream} upstream
 * @param {string} path
 * @param {Buffer} entry
 * @returns {Promise<{stored: boolean, status: number, reason: string}>} `stored` also when somebody else was first
 * @throws {Unusable}
 */
export async function storeEntry({ address, authorization, quietMs = QUIET_MS }, path, entry) {
  const patience = quietMs + (entry.length / LEAST_BYTES_PER_SECOND) * 1000;
  return within(patience, async (signal) => {
    const response = await fetch(address + path, {
      ...requestOf(authorization),
      method: 'PUT',
      body: entry,
      signal,
    });
    const { status, ok } = response;
    const reason = await reasonOf(response);
    if (!ok && !REFUSALS.includes(status)) throw new Unusable(reason);
    return { stored: ok || status === 409, status, reason };
  });
}

/** @param {string | undefined} authorization @returns {RequestInit} */
function requestOf(authorization) {
  return {
    headers: { 'Content-Type': 'application/octet-stream', ...(authorization && { Authorization: authorization }) },
    // A redirection leads to a sign-in page, which is no entry.
    redirect: 'manual',
  };
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {(signal: AbortSignal, heard: () => void) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Unusable}
 */
async function within(milliseconds, work) {
  const giveUp = new AbortController();
  const late = new Unusable(`it has sent nothing for ${Math.round(milliseconds / 1000)} s`);
  const timer = setTimeout(() => giveUp.abort(late), milliseconds);
  try {
    return await work(giveUp.signal, () => timer.refresh());
  } catch (error) {
    if (error instanceof Unusable || error instanceof Damaged) throw error;
    if (giveUp.signal.aborted) throw late;
    // `fetch failed` says nothing; its cause does.
    const { cause, message } = /** @type {Error} */ (error);
    throw new Unusable(cause instanceof Error ? cause.message || String(cause) : message);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What the server says of a refusal. A page of a proxy is too long to be a reason.
 *
 * @param {Response} response
 */
async function reasonOf(response) {
  const text = (await response.text()).trim();
  const isSentence = response.headers.get('content-type')?.startsWith('text/plain') && /^[^\n]{1,200}$/.test(text);
  return isSentence ? `${response.status}, ${text}` : `it answers ${response.status}`;
}

/**
 * Nx fails on an archive that it cannot unpack. The checksum in gzip's trailer tells whether this one is as it was made.
 *
 * @param {Buffer} entry
 * @throws {Damaged}
 */
async function assertWhole(entry) {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(Readable.from([entry]), createGunzip(), nowhere);
  } catch {
    throw new Damaged();
  }
}
