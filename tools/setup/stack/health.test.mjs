// @ts-check
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { waitUntilServed } from './health.mjs';

test('waits while the API says that it is not ready', async (context) => {
  const answers = [503, 502, 200];
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answers.shift() ?? 500).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  assert.equal(await waitUntilServed(`http://127.0.0.1:${port}`), true);
  assert.deepEqual(asked, ['/api/readyz', '/api/readyz', '/api/readyz']);
});

test('gives up at once when nobody waits any longer', async () => {
  assert.equal(await waitUntilServed('http://127.0.0.1:9', AbortSignal.abort()), false);
});
