// @ts-check
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { served, sharedCache, tokens } from '../testing/servers.mjs';
import { startGateway } from './gateway.mjs';

/** @import { RequestListener } from 'node:http' */
/** @import { TestContext } from 'node:test' */

const archive = gzipSync('what Nx packs', { level: 1 });
const ENTRY = '/v1/cache/5156463925498620041';

/**
 * @param {TestContext} context
 * @param {string} address
 * @param {string} [token]
 * @param {{restMs?: number}} [options]
 */
async function gatewayBefore(context, address, token = tokens.write, options = {}) {
  /** @type {string[]} */
  const said = [];
  const upstream = { address, authorization: `Bearer ${token}`, quietMs: 300 };
  const gateway = await startGateway(upstream, (sentence) => said.push(sentence), options);
  context.after(gateway.close);
  return {
    said,
    /** @param {string} [path] */
    get: (path = ENTRY) => fetch(gateway.address + path),
    /** @param {string} [path] */
    put: (path = ENTRY) => fetch(gateway.address + path, { method: 'PUT', body: archive }),
  };
}

/** @param {TestContext} context @param {RequestListener} answer */
async function faulty(context, answer) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.method ?? '');
    request.resume();
    answer(request, response);
  });
  return { asked, address: await served(context, server) };
}

/** @param {number} status @param {string | Buffer} body @param {string} [type] @returns {RequestListener} */
const answers = (status, body, type = 'text/plain') => {
  return (request, response) =>
    void request.on('end', () => response.writeHead(status, { 'Content-Type': type }).end(body));
};

test('passes entries on in both directions', async (context) => {
  const { address } = await sharedCache(context);
  const { said, get, put } = await gatewayBefore(context, address);
  assert.equal((await get()).status, 404);
  assert.equal((await put()).status, 200);
  const answer = await get();
  assert.equal(answer.status, 200);
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), archive);
  // Somebody else was first.
  assert.equal((await put()).status, 200);
  assert.deepEqual(said, []);
});

/** @type {[string, RequestListener, RegExp][]} */
const faults = [
  [
    'does not know the token',
    answers(401, 'The shared cache does not know this token.\n'),
    /401, The shared cache does not know this token\.$/,
  ],
  ['has failed', answers(500, 'x'.repeat(5000)), /it answers 500$/],
  ['is behind a proxy that cannot reach it', answers(502, '<html>Bad Gateway</html>', 'text/html'), /it answers 502$/],
  [
    'sends to a sign-in page',
    (_, response) => void response.writeHead(302, { Location: '/' }).end(),
    /it answers 302$/,
  ],
  ['closes the connection', (request) => void request.socket.destroy(), /other side closed/],
  ['never answers', () => {}, /it has sent nothing for/],
  [
    'stops in the middle',
    (_, response) => void response.writeHead(200, { 'Content-Length': 999 }).write('x'),
    /it has sent nothing for/,
  ],
];
for (const [fault, answer, reason] of faults) {
  for (const method of /** @type {const} */ (['get', 'put'])) {
    test(`goes on without a server that ${fault}, and asks it no more: ${method}`, async (context) => {
      const { asked, address } = await faulty(context, answer);
      const gateway = await gatewayBefore(context, address);
      assert.equal((await gateway[method]()).status, method === 'get' ? 404 : 403);
      assert.equal((await gateway.get()).status, 404);
      assert.equal((await gateway.put()).status, 403);
      assert.equal(asked.length, 1);
      assert.equal(gateway.said.length, 1);
      assert.match(String(gateway.said[0]), reason);
      assert.ok(gateway.said[0]?.includes(address));
    });
  }
}

test('goes on without a server that cannot be reached', async (context) => {
  const { said, get } = await gatewayBefore(context, 'http://127.0.0.1:9');
  assert.equal((await get()).status, 404);
  assert.match(said.join(), /^Going on without the shared cache at http:\/\/127\.0\.0\.1:9: /);
});

test('asks again after a while', async (context) => {
  let isWell = false;
  const { asked, address } = await faulty(context, (request, response) =>
    isWell ? answers(200, archive)(request, response) : answers(503, '')(request, response),
  );
  const { said, get } = await gatewayBefore(context, address, tokens.read, { restMs: 0 });
  assert.equal((await get()).status, 404);
  isWell = true;
  assert.equal((await get()).status, 200);
  assert.deepEqual([asked.length, said.length], [2, 1]);
});

for (const [what, body] of /** @type {const} */ ([
  ['that was cut', archive.subarray(0, -4)],
  ['with a changed byte', Buffer.from(archive).fill(0xff, 12, 13)],
  ['that is no archive', Buffer.from('<html>Please sign in</html>')],
])) {
  test(`keeps an entry ${what} from Nx, and takes the others`, async (context) => {
    const { address } = await faulty(context, (request, response) =>
      answers(200, request.url === ENTRY ? body : archive)(request, response),
    );
    const { said, get } = await gatewayBefore(context, address);
    assert.equal((await get()).status, 404);
    assert.match(said.join(), /holds a damaged \/v1\/cache\/5156463925498620041/);
    assert.equal((await get('/v1/cache/2')).status, 200);
  });
}

test('uploads nothing more once a token turns out to be read-only, without a word', async (context) => {
  const { asked, address } = await faulty(context, (request, response) =>
    request.method === 'PUT' ? answers(403, 'read only')(request, response) : answers(200, archive)(request, response),
  );
  const { said, get, put } = await gatewayBefore(context, address, tokens.read);
  assert.deepEqual([(await put()).status, (await put('/v1/cache/2')).status], [403, 403]);
  assert.equal((await get()).status, 200);
  assert.deepEqual(asked, ['PUT', 'GET']);
  assert.deepEqual(said, []);
});

test('says which entry is too large, and stores the others', async (context) => {
  const { address } = await sharedCache(context, { maxEntryBytes: archive.length - 1 });
  const { said, get, put } = await gatewayBefore(context, address);
  assert.equal((await put()).status, 403);
  assert.match(
    said.join(),
    /has not kept \/v1\/cache\/5156463925498620041: 413, An entry of the shared cache has at most/,
  );
  assert.equal((await get()).status, 404);
});

test('reads on when the disk of the server is full', async (context) => {
  const { asked, address } = await faulty(context, (request, response) =>
    request.method === 'PUT'
      ? answers(507, 'The disk is full.')(request, response)
      : answers(200, archive)(request, response),
  );
  const { said, get, put } = await gatewayBefore(context, address);
  assert.deepEqual([(await put()).status, (await put('/v1/cache/2')).status], [403, 403]);
  assert.equal((await get()).status, 200);
  assert.deepEqual(asked, ['PUT', 'GET']);
  assert.match(said.join(), /507, The disk is full\.$/);
});
