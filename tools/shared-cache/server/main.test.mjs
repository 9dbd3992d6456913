// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { as, folderFor, tokens } from '../testing/servers.mjs';

/** @import { TestContext } from 'node:test' */

const main = fileURLToPath(new URL('main.mjs', import.meta.url));

/**
 * @param {TestContext} context
 * @param {Record<string, string>} [changed]
 * @param {string} [before] shell commands
 */
function start(context, changed = {}, before = '') {
  const root = folderFor(context);
  writeFileSync(join(root, 'read'), `${tokens.read}\n`);
  writeFileSync(join(root, 'write'), `${tokens.write}\n`);
  const folder = join(root, 'entries');
  const child = spawn('sh', ['-c', `${before} exec "$0" "$1"`, process.execPath, main], {
    env: {
      TANDEM_CACHE_FOLDER: folder,
      TANDEM_CACHE_PORT: '0',
      TANDEM_CACHE_READ_TOKEN_FILE: join(root, 'read'),
      TANDEM_CACHE_WRITE_TOKEN_FILE: join(root, 'write'),
      ...changed,
    },
  });
  context.after(() => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => ({ code, said }));
  return { child, folder, ended };
}

/** @param {ReturnType<typeof start>} server @returns {Promise<string>} its address */
async function addressOf({ child }) {
  for await (const line of createInterface(child.stdout)) {
    const port = /^listening on 127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('It has not started.');
}

for (const [name, value, sentence] of [
  ['TANDEM_CACHE_FOLDER', '', /TANDEM_CACHE_FOLDER is not set/],
  ['TANDEM_CACHE_WRITE_TOKEN_FILE', '', /TANDEM_CACHE_WRITE_TOKEN_FILE is not set/],
  ['TANDEM_CACHE_READ_TOKEN_FILE', '/nowhere', /TANDEM_CACHE_READ_TOKEN_FILE: ENOENT/],
  ['TANDEM_CACHE_READ_TOKEN_FILE', '/dev/null', /TANDEM_CACHE_READ_TOKEN_FILE: a token is one word of at least 32/],
  ['TANDEM_CACHE_MAX_MIB', 'much', /TANDEM_CACHE_MAX_MIB is "much"/],
  ['TANDEM_CACHE_BIND', '192.0.2.1', /cannot listen: listen EADDRNOTAVAIL/],
  ['TANDEM_CACHE_FOLDER', '/dev/null/x', /cannot start: ENOTDIR/],
]) {
  test(`does not start with ${name}=${value}, and says why in one sentence`, async (context) => {
    const { code, said } = await start(context, { [String(name)]: String(value) }).ended;
    assert.equal(code, 1);
    assert.match(said, /^✗ [^\n]+\n$/);
    assert.match(said, /** @type {RegExp} */ (sentence));
  });
}

test('does not start with one token for both', async (context) => {
  const root = folderFor(context);
  writeFileSync(join(root, 'same'), tokens.write);
  const { code, said } = await start(context, { TANDEM_CACHE_READ_TOKEN_FILE: join(root, 'same') }).ended;
  assert.equal(code, 1);
  assert.match(said, /^✗ Both tokens are the same/);
});

test('keeps nothing of an upload that the disk has no room for, says so, and takes the next', async (context) => {
  // 16 blocks of 512 bytes a file: the file system refuses what is beyond.
  const server = start(context, {}, "trap '' XFSZ; ulimit -f 16;");
  const address = await addressOf(server);
  const full = await fetch(`${address}/v1/cache/1`, as(tokens.write, 'x'.repeat(50_000)));
  assert.equal(full.status, 507);
  assert.match(await full.text(), /disk is full/);
  assert.deepEqual(readdirSync(server.folder), []);
  assert.equal((await fetch(`${address}/healthz`)).status, 503);
  assert.equal((await fetch(`${address}/v1/cache/2`, as(tokens.write, 'x'.repeat(5_000)))).status, 200);
  assert.equal((await fetch(`${address}/healthz`)).status, 200);
});

test('finishes what it is receiving when it is told to stop, and takes nothing new', async (context) => {
  const server = start(context);
  const address = await addressOf(server);
  const upload = request(`${address}/v1/cache/1`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${tokens.write}`, 'Content-Length': 8, Expect: '100-continue' },
  });
  upload.flushHeaders();
  await once(upload, 'continue');
  server.child.kill('SIGTERM');
  await assert.rejects(async () => {
    for (;;) await fetch(`${address}/healthz`, { headers: { Connection: 'close' } });
  });
  upload.end('complete');
  const [answer] = await once(upload, 'response');
  answer.resume();
  assert.equal(answer.statusCode, 200);
  const { code } = await server.ended;
  assert.equal(code, 0);
  assert.deepEqual(readdirSync(server.folder), ['1']);
});
