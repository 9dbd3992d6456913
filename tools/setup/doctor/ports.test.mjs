// @ts-check
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { isFree } from '../stack/address.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { ports } from './ports.mjs';

/** @import { TestContext } from 'node:test' */

/** A port with somebody on it, until the test ends. @param {TestContext} context */
async function takenPort(context) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** Has somebody on the port behind it too. @param {TestContext} context @param {number} port */
async function takeNext(context, port) {
  const server = createServer().listen(port + 1, '127.0.0.1');
  // Another program may have been faster, which serves as well.
  await Promise.race([once(server, 'listening'), once(server, 'error')]).catch(() => {});
  context.after(() => server.close());
}

/** A port with nobody on it. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {Record<string, number>} [taken] */
async function environment(taken = {}) {
  const names = ['APP_PORT', 'APP_DEV_PORT', 'APP_API_PORT'];
  const pairs = await Promise.all(names.map(async (name) => [name, String(taken[name] ?? (await freePort()))]));
  return Object.fromEntries(pairs);
}

const PYTHON = { ss: { out: 'LISTEN 0 5 127.0.0.1:8000 0.0.0.0:* users:(("python3",pid=4711,fd=3))\n' } };

test('is content when nobody listens', async () => {
  assert.equal((await ports.look(fakeHost({ env: await environment() }))).status, 'ok');
});

test('names the program and its process, and starts on the next free port', async (context) => {
  const port = await takenPort(context);
  await takeNext(context, port);
  const host = fakeHost({
    env: await environment({ APP_DEV_PORT: port }),
    replies: { ...PYTHON, ps: { out: 'x' } },
  });
  const found = await ports.look(host);
  assert.ok(found.status === 'problem');
  assert.equal(found.says, `${port} is taken by python3 (pid 4711).`);
  const [, next] = /^APP_DEV_PORT=(\d+) npm run dev$/.exec(found.mend ?? '') ?? [];
  assert.ok(Number(next) > port + 1 && (await isFree(Number(next), '127.0.0.1')));
});

test('reads lsof where there is no ss, and admits when it may not know', async (context) => {
  const env = await environment({ APP_API_PORT: await takenPort(context) });
  const mac = fakeHost({ env, replies: { lsof: { out: 'p4712\ncruby\nf3\n' }, ps: {} } });
  assert.match((await ports.look(mac)).says, /ruby \(pid 4712\)/);
  assert.match((await ports.look(fakeHost({ env }))).says, /a program of another user/);
});

test('takes no offence at the servers of this very clone, nor at its own stack', async (context) => {
  const env = await environment({ APP_DEV_PORT: await takenPort(context), APP_PORT: await takenPort(context) });
  const own = { ...PYTHON, ps: { out: 'node /clone/node_modules/vite/bin/vite.js --port 5173\n' } };
  assert.equal((await ports.look(fakeHost({ env, replies: own }))).status, 'ok');
  const stack = fakeHost({ env, replies: { docker: { out: 'tandem-web-1 tandem\n' } } });
  assert.match((await ports.look(stack)).says, new RegExp(`^${env['APP_DEV_PORT']} is taken by [^;]*$`));
  const other = fakeHost({ env, replies: { ...PYTHON, ps: {}, docker: { out: 'old-web-1 old\n' } } });
  assert.match((await ports.look(other)).says, /is taken by the container old-web-1/);
});

test('says what is no port, and how to be rid of it', async () => {
  const env = { ...(await environment()), APP_API_PORT: 'eighty' };
  assert.deepEqual(await ports.look(fakeHost({ env })), {
    status: 'problem',
    says: 'APP_API_PORT is no port: eighty.',
    mend: 'unset APP_API_PORT',
  });
});
