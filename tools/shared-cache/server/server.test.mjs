// @ts-check
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { as, sharedCache, tokens } from '../testing/servers.mjs';
import { Store } from './store.mjs';

const HASH = '5156463925498620041';

test('gives back the bytes that were stored', async (context) => {
  const { address } = await sharedCache(context);
  const bytes = Uint8Array.from({ length: 90_000 }, (_, index) => index % 251);
  const entry = `${address}/v1/cache/${HASH}`;
  assert.equal((await fetch(entry, as(tokens.read))).status, 404);
  assert.equal((await fetch(entry, as(tokens.write, bytes))).status, 200);
  const answer = await fetch(entry, as(tokens.read));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes);
});

for (const [who, headers] of /** @type {const} */ ([
  ['nobody', {}],
  ['a wrong token', { Authorization: `Bearer ${'x'.repeat(40)}` }],
  ['the beginning of a token', { Authorization: `Bearer ${tokens.write.slice(0, -1)}` }],
  ['a token with more behind it', { Authorization: `Bearer ${tokens.write}w` }],
  ['an empty token', { Authorization: 'Bearer ' }],
  ['another scheme', { Authorization: `Basic ${tokens.write}` }],
])) {
  test(`lets ${who} neither read nor write`, async (context) => {
    const { address, folder } = await sharedCache(context);
    const entry = `${address}/v1/cache/${HASH}`;
    for (const method of ['GET', 'PUT']) {
      const answer = await fetch(entry, { method, headers, ...(method === 'PUT' && { body: 'poison' }) });
      assert.equal(answer.status, 401);
      // Nx takes no other type for a refusal.
      assert.equal(answer.headers.get('content-type'), 'text/plain');
    }
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('lets a read-only token write nothing, neither new nor over what is there', async (context) => {
  const { address, folder } = await sharedCache(context);
  await fetch(`${address}/v1/cache/${HASH}`, as(tokens.write, 'built on main'));
  for (const hash of [HASH, '1']) {
    const answer = await fetch(`${address}/v1/cache/${hash}`, as(tokens.read, 'poison'));
    assert.equal(answer.status, 403);
  }
  assert.deepEqual(readdirSync(folder), [HASH]);
  assert.equal(readFileSync(join(folder, HASH), 'utf8'), 'built on main');
});

test('never changes an entry, not for who may write either', async (context) => {
  const { address } = await sharedCache(context);
  const entry = `${address}/v1/cache/${HASH}`;
  assert.equal((await fetch(entry, as(tokens.write, 'first'))).status, 200);
  assert.equal((await fetch(entry, as(tokens.write, 'second'))).status, 409);
  assert.equal(await (await fetch(entry, as(tokens.read))).text(), 'first');
});

test('keeps one of two uploads that race, whole', async (context) => {
  const { address, folder } = await sharedCache(context);
  const entry = `${address}/v1/cache/${HASH}`;
  // Both are under way before either ends: neither finds an entry at its start.
  const uploads = ['a', 'b'].map((letter) => {
    const upload = request(entry, { method: 'PUT', headers: { Authorization: `Bearer ${tokens.write}` } });
    upload.write(letter.repeat(1000));
    return upload;
  });
  await until(() => readdirSync(folder).length === 2);
  const statuses = await Promise.all(
    uploads.map(async (upload) => {
      upload.end();
      const [answer] = await once(upload, 'response');
      answer.resume();
      return answer.statusCode;
    }),
  );
  assert.deepEqual(statuses.sort(), [200, 409]);
  assert.match(await (await fetch(entry, as(tokens.read))).text(), /^(a{1000}|b{1000})$/);
  await until(() => readdirSync(folder).length === 1);
});

test('refuses what is larger than an entry may be, and keeps nothing of it', async (context) => {
  const { address, folder } = await sharedCache(context, { maxEntryBytes: 1000 });
  const entry = `${address}/v1/cache/${HASH}`;
  const declared = await fetch(entry, as(tokens.write, 'x'.repeat(1001)));
  assert.equal(declared.status, 413);
  assert.match(await declared.text(), /at most 1000 bytes/);
  // Without a length, it is known only on the way. Many clients read no answer before they have sent everything.
  const undeclared = request(entry, { method: 'PUT', headers: { Authorization: `Bearer ${tokens.write}` } });
  const isSent = once(undeclared, 'finish');
  undeclared.write(Buffer.alloc(20_000_000));
  const [answer] = await once(undeclared, 'response');
  answer.resume();
  assert.equal(answer.statusCode, 413);
  undeclared.end();
  await isSent;
  assert.deepEqual(readdirSync(folder), []);
  assert.equal((await fetch(entry, as(tokens.write, 'x'.repeat(1000)))).status, 200);
});

test('makes no entry of an upload that breaks off', async (context) => {
  const { address, folder } = await sharedCache(context);
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `PUT /v1/cache/${HASH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tokens.write}\r\nContent-Length: 5000\r\n\r\nhalf`,
  );
  await until(() => readdirSync(folder).length === 1);
  assert.equal((await fetch(`${address}/v1/cache/${HASH}`, as(tokens.read))).status, 404, 'visible before its end');
  socket.destroy();
  await until(() => readdirSync(folder).length === 0);
  assert.equal((await fetch(`${address}/v1/cache/${HASH}`, as(tokens.read))).status, 404);
});

for (const hash of [
  '../outside',
  '..%2foutside',
  '%2e%2e/outside',
  '..',
  '.upload-1',
  'a/b',
  'a%00',
  '',
  'a?b',
  'x'.repeat(129),
]) {
  test(`takes no way out of its folder: ${hash.slice(0, 20)}`, async (context) => {
    const { address, folder } = await sharedCache(context);
    writeFileSync(join(folder, '../outside'), 'secret');
    for (const method of ['GET', 'PUT']) {
      // Not by fetch, which would tidy the path up before it sends it.
      const asked = request(address, {
        path: `/v1/cache/${hash}`,
        method,
        headers: { Authorization: `Bearer ${tokens.write}` },
      });
      asked.end(method === 'PUT' ? 'poison' : undefined);
      const [answer] = await once(asked, 'response');
      answer.resume();
      assert.equal(answer.statusCode, 404);
    }
    assert.equal(readFileSync(join(folder, '../outside'), 'utf8'), 'secret');
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('makes room by what was used longest ago', async (context) => {
  const { address, folder, store } = await sharedCache(context, { maxBytes: 3500 });
  for (const hash of ['1', '2', '3']) await fetch(`${address}/v1/cache/${hash}`, as(tokens.write, 'x'.repeat(1000)));
  for (const [age, hash] of ['3', '2', '1'].entries()) setAge(join(folder, hash), age + 1);
  await (await fetch(`${address}/v1/cache/1`, as(tokens.read))).text();
  await fetch(`${address}/v1/cache/4`, as(tokens.write, 'x'.repeat(1000)));
  await until(() => readdirSync(folder).length === 3);
  assert.deepEqual(readdirSync(folder).sort(), ['1', '3', '4']);
  await store.evict();
  assert.equal(readdirSync(folder).length, 3);
});

test('removes what nobody has used for longer than an entry is kept', async (context) => {
  const { address, folder, store } = await sharedCache(context, { maxAgeDays: 7 });
  for (const hash of ['1', '2']) await fetch(`${address}/v1/cache/${hash}`, as(tokens.write, 'x'));
  setAge(join(folder, '1'), 8);
  setAge(join(folder, '2'), 6);
  await store.evict();
  assert.deepEqual(readdirSync(folder), ['2']);
});

test('removes at its start what uploads of an earlier process have left', async (context) => {
  const { address, folder } = await sharedCache(context);
  await fetch(`${address}/v1/cache/1`, as(tokens.write, 'whole'));
  writeFileSync(join(folder, '.upload-killed'), 'half');
  await new Store(folder, { maxEntryBytes: 1, maxBytes: 100, maxAgeDays: 1 }).start();
  assert.deepEqual(readdirSync(folder), ['1']);
});

test('says to anybody whether it is well, and nothing else', async (context) => {
  const { address, store } = await sharedCache(context);
  assert.equal((await fetch(`${address}/healthz`)).status, 200);
  store.isFull = true;
  assert.equal((await fetch(`${address}/healthz`)).status, 503);
  assert.equal((await fetch(`${address}/`)).status, 401);
  assert.equal((await fetch(`${address}/v1/cache/1`, { ...as(tokens.write), method: 'DELETE' })).status, 405);
});

/** @param {string} file @param {number} days */
function setAge(file, days) {
  const then = new Date(Date.now() - days * 86_400_000);
  utimesSync(file, then, then);
}

/** @param {() => boolean} condition */
async function until(condition) {
  for (const end = Date.now() + 20_000; !condition();) {
    assert.ok(Date.now() < end, `never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
