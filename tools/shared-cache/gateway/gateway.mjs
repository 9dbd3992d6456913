// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Damaged, Unusable, fetchEntry, storeEntry } from './upstream.mjs';

/** @import { IncomingMessage } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { Upstream } from './upstream.mjs' */

/** After a fault, the server is left alone for so long. */
const REST_MS = 60_000;

/** What Nx understands as `there is none` and as `not stored`; every other answer but success fails its run. */
const MISS = 404;
const NOT_STORED = 403;

/**
 * Stands between Nx and the shared cache, on loopback, and turns each of its faults into a miss and one sentence.
 *
 * Nx 23.2.1 by itself fails the run when the server cannot be reached, answers 5xx or 401, or sends an archive that is
 * damaged, and waits without end for one that hangs (docs/decisions/0022-a-gateway-before-the-shared-cache.md).
 *
 * @param {Upstream} upstream
 * @param {(sentence: string) => void} say
 * @param {{restMs?: number}} [options]
 * @returns {Promise<{address: string, close: () => void}>} it keeps no process alive
 */
export async function startGateway(upstream, say, { restMs = REST_MS } = {}) {
  let restsUntil = 0;
  let storesNothingUntil = 0;

  /**
   * @template T
   * @param {string} path
   * @param {(upstream: Upstream, path: string) => Promise<T>} ask
   * @returns {Promise<T | undefined>} nothing after a fault
   */
  async function unlessFaulty(path, ask) {
    if (Date.now() < restsUntil) return undefined;
    try {
      return await ask(upstream, path);
    } catch (error) {
      if (error instanceof Damaged) {
        say(`The shared cache holds a damaged ${path}, to be removed from its folder.`);
        return undefined;
      }
      if (!(error instanceof Unusable)) throw error;
      // Several requests may be under way when the server fails.
      const isNews = Date.now() >= restsUntil;
      restsUntil = Date.now() + restMs;
      if (isNews) say(`Going on without the shared cache at ${upstream.address}: ${error.message}`);
      return undefined;
    }
  }

  /** @param {IncomingMessage} request @returns {Promise<{status: number, body?: Buffer}>} */
  async function answer(request) {
    const path = request.url ?? '';
    if (request.method === 'GET') {
      const body = await unlessFaulty(path, fetchEntry);
      return body === undefined ? { status: MISS } : { status: 200, body };
    }
    const entry = await buffer(request);
    if (Date.now() < storesNothingUntil) return { status: NOT_STORED };
    const result = await unlessFaulty(path, (...to) => storeEntry(...to, entry));
    // A read-only token stays one.
    if (result?.status === 403) storesNothingUntil = Infinity;
    if (result?.status === 507) storesNothingUntil = Date.now() + restMs;
    if (result?.status === 413 || result?.status === 507)
      say(`The shared cache has not kept ${path}: ${result.reason}`);
    return { status: result?.stored ? 200 : NOT_STORED };
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error) => {
        say(`Going on without the shared cache: ${error}`);
        return { status: request.method === 'GET' ? MISS : NOT_STORED, body: undefined };
      })
      .then(({ status, body }) => {
        // An idle connection that is closed while Nx takes it up again would be a fault of its own.
        response.writeHead(status, { Connection: 'close', 'Content-Length': body?.length ?? 0 }).end(body);
      });
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
