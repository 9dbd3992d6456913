// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capture, lastLine } from './run.mjs';

/** @param {string} script @param {import('./run.mjs').RunOptions} [options] */
const node = (script, options) => capture(process.execPath, ['-e', script], options);

test('returns output and exit code and throws at nothing', async () => {
  const script = "console.log('one'); console.error('two'); process.exit(3)";
  assert.deepEqual(await node(script), { code: 3, out: 'one\n', err: 'two\n' });
});

test('reports a program that is not installed as 127, as a shell does', async () => {
  assert.equal((await capture('no-such-program-anywhere', [])).code, 127);
});

test('stops a program that takes too long', async () => {
  assert.equal((await node('setInterval(() => {}, 1000)', { timeout: 50 })).code, 124);
});

test('feeds the input, and takes variables away that are undefined', async () => {
  const env = { ...process.env, KEPT: 'yes', TAKEN: undefined };
  const script = "process.stdin.on('data', (text) => console.log(`${text} ${process.env.KEPT} ${process.env.TAKEN}`))";
  assert.equal((await node(script, { input: 'hello', env })).out, 'hello yes undefined\n');
});

test('finds the last line that says something', () => {
  assert.equal(lastLine({ code: 1, out: 'a', err: 'b\nreason\n\n' }), 'reason');
  assert.equal(lastLine({ code: 9, out: '', err: '' }), 'exit code 9');
});
