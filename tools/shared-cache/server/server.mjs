// @ts-check
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { judgeOf } from './access.mjs';
import { Exists, NoRoom, TooLarge } from './store.mjs';

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */
/** @import { Store } from './store.mjs' */

/**
 * @typedef {object} Options
 * @property {Store} store
 * @property {{read: string, write: string}} tokens
 * @property {number} maxEntryBytes
 * @property {(line: string) => void} log
 */

/** What Nx makes of a task's inputs; nothing in it means anything to a file system. */
const ENTRY = /^\/v1\/cache\/([0-9A-Za-z]{1,128})$/;
/** Longer than a proxy keeps an idle connection (Nginx: 60 s), so that the proxy is the one that closes it. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Nx's self-hosted remote cache, https://nx.dev/docs/kb/self-hosted-caching: `PUT` and `GET /v1/cache/{hash}`.
 *
 * The body of an entry is Nx's own affair and is never looked into. A refusal is one sentence of plain text, since Nx
 * shows it to the person (and takes no other type, not even with a charset, for a refusal).
 *
 * @param {Options} options
 * @returns {Server} not listening yet
 */
export function cacheServer({ store, tokens, maxEntryBytes, log }) {
  const judge = judgeOf(tokens);

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answer(request, response) {
    if (request.url === '/healthz' && isRead(request)) {
      return store.isFull ? say(response, 503, 'The disk is full.') : say(response, 200, 'ok');
    }
    const access = judge(request.headers.authorization);
    if (access === 'none') return say(response, 401, 'The shared cache does not know this token.');
    const hash = ENTRY.exec(request.url ?? '')?.[1];
    if (hash === undefined) return say(response, 404, 'There is nothing here but /v1/cache/{hash}.');
    if (isRead(request)) return send(request, response, hash);
    if (request.method !== 'PUT') return say(response, 405, 'Entries are read and written, nothing else.');
    if (access !== 'write') return say(response, 403, 'This token reads the shared cache only.');
    return receive(request, response, hash);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {string} hash */
  async function send(request, response, hash) {
    const entry = await store.read(hash);
    if (entry === undefined) return say(response, 404, 'There is no such entry.');
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': entry.size });
    if (request.method === 'HEAD') {
      await entry.file.close();
      return void response.end();
    }
    // The stream closes the file, also when the client goes away.
    await pipeline(entry.file.createReadStream(), response);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {string} hash */
  async function receive(request, response, hash) {
    // Before the body, which the client then need not send.
    if (await store.has(hash)) return say(response, 409, 'There is such an entry, and entries never change.');
    if (Number(request.headers['content-length']) > maxEntryBytes) return tooLarge(response);
    try {
      const size = await store.write(hash, request);
      log(`stored ${hash}, ${size} bytes`);
      say(response, 200, 'stored');
    } catch (error) {
      if (error instanceof Exists) return say(response, 409, 'There is such an entry, and entries never change.');
      if (error instanceof TooLarge) return tooLarge(response);
      if (error instanceof NoRoom) {
        log(`no room for ${hash}: ${error.cause}`);
        return say(response, 507, "The shared cache's disk is full.");
      }
      throw error;
    }
  }

  /** @param {ServerResponse} response */
  function tooLarge(response) {
    say(response, 413, `An entry of the shared cache has at most ${maxEntryBytes} bytes.`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      log(`${request.method} ${request.url} failed: ${error}`);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'The shared cache has failed; its log says why.');
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** @param {IncomingMessage} request */
function isRead({ method }) {
  return method === 'GET' || method === 'HEAD';
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function say(response, status, sentence) {
  // A client that is still sending reads no answer before it is done, and none at all from a closed connection.
  response.req.resume();
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end(`${sentence}\n`);
}
