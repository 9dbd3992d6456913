// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runUntilStopped } from './servers.mjs';

const STAYS = 'setInterval(() => {}, 1000)';
/** Has a child that holds the same output, as Django's reloader does. */
const HAS_CHILD = `require('child_process').spawn(process.execPath, ['-e', "console.log('up'); ${STAYS}"], { stdio: 'inherit' }); ${STAYS}`;

/** @param {string} name @param {string} script */
const server = (name, script) => ({
  name,
  program: process.execPath,
  args: ['-e', script],
  cwd: process.cwd(),
  env: process.env,
});

test('ends every process of every server when asked to stop', { timeout: 20_000 }, async () => {
  const stop = new AbortController();
  /** @type {string[]} */
  const lines = [];
  const say = (/** @type {string} */ line) => {
    lines.push(line);
    stop.abort();
  };
  // It comes back only when nobody holds the output any longer, the server's child included.
  assert.equal(await runUntilStopped([server('api', HAS_CHILD), server('web', STAYS)], say, stop.signal), undefined);
  assert.deepEqual(lines, ['api │ up']);
});

test('ends the others when one ends by itself, and names it', { timeout: 20_000 }, async () => {
  const never = new AbortController().signal;
  assert.equal(
    await runUntilStopped([server('api', HAS_CHILD), server('web', 'process.exit(3)')], () => {}, never),
    'web',
  );
});

test('names a server whose program is not there', async () => {
  const missing = { ...server('api', ''), program: 'no-such-program-anywhere' };
  assert.equal(await runUntilStopped([missing], () => {}, new AbortController().signal), 'api');
});
