// @ts-check
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { addressOf, isFree, whoHolds } from './address.mjs';

/** A port with somebody on it, until the test ends. @param {import('node:test').TestContext} context */
async function takenPort(context) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

test('says where the stack will be: by default, by the owner’s file, by the environment', () => {
  assert.equal(addressOf(fakeHost()).url, 'http://localhost:8080');
  const files = { '.env.local': 'APP_PORT=9000\n' };
  assert.equal(addressOf(fakeHost({ files })).url, 'http://localhost:9000');
  assert.equal(addressOf(fakeHost({ files, env: { APP_PORT: '9100' } })).url, 'http://localhost:9100');
  assert.equal(addressOf(fakeHost({ env: { APP_PUBLIC_URL: 'https://notes.test' } })).url, 'https://notes.test');
});

test('names who holds the port, and is content when it is the stack itself', async (context) => {
  const port = await takenPort(context);
  const address = { port, bind: '127.0.0.1', url: '' };
  assert.equal(await isFree(port, '127.0.0.1'), false);
  assert.equal(await whoHolds(fakeHost({ replies: { docker: {} } }), address), 'another program');
  assert.equal(
    await whoHolds(fakeHost({ replies: { docker: { out: 'old-web-1 old\n' } } }), address),
    'the container old-web-1',
  );
  assert.equal(await whoHolds(fakeHost({ replies: { docker: { out: 'tandem-web-1 tandem\n' } } }), address), undefined);
});
