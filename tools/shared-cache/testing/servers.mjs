// @ts-check
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheServer } from '../server/server.mjs';
import { Store } from '../server/store.mjs';

/** @import { Server } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { TestContext } from 'node:test' */

export const tokens = { read: 'r'.repeat(40), write: 'w'.repeat(40) };

/**
 * Serves on a free port until the test ends.
 *
 * @param {TestContext} context
 * @param {Server} server
 * @returns {Promise<string>} its address
 */
export async function served(context, server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
}

/** A folder that goes with the test. @param {TestContext} context */
export function folderFor(context) {
  const folder = mkdtempSync(join(tmpdir(), 'shared-cache-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A shared cache of the test's own.
 *
 * @param {TestContext} context
 * @param {Partial<import('../server/store.mjs').Limits>} [limits]
 */
export async function sharedCache(context, limits = {}) {
  const folder = join(folderFor(context), 'entries');
  const all = { maxEntryBytes: 100_000, maxBytes: 1_000_000, maxAgeDays: 30, ...limits };
  const store = new Store(folder, all);
  await store.start();
  const address = await served(
    context,
    cacheServer({ store, tokens, maxEntryBytes: all.maxEntryBytes, log: () => {} }),
  );
  return { folder, store, address };
}

/**
 * @param {string} token
 * @param {RequestInit['body']} [body]
 * @returns {RequestInit}
 */
export function as(token, body) {
  const headers = { Authorization: `Bearer ${token}` };
  return body === undefined ? { headers } : { method: 'PUT', headers, body };
}
