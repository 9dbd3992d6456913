// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { report, setUp } from './run-steps.mjs';

/** @import { Step } from './run-steps.mjs' */

/** @param {string} name @returns {Step} a step that is done once its file is there */
const fileStep = (name) => ({
  name,
  look: async (host) =>
    host.exists(name) ? { ok: true, says: 'there' } : { ok: false, lacks: 'Not there.', way: 'Make it.' },
  mend: async (host) => host.write(name, ''),
});

test('mends only what is missing, in order, and shows each step', async () => {
  const host = fakeHost({ files: { one: '' } });
  await setUp([fileStep('one'), fileStep('two'), fileStep('three')], host);
  assert.deepEqual(
    host.said.map((line) => line.replace(/\s+/g, ' ')),
    ['✓ one there', '… two Not there.', '✓ two there', '… three Not there.', '✓ three there'],
  );
});

test('stops at the first step that cannot be mended', async () => {
  const host = fakeHost();
  /** @type {Step} */
  const hopeless = { ...fileStep('one'), mend: async () => {} };
  await assert.rejects(setUp([hopeless, fileStep('two')], host), { message: 'Not there.', way: 'Make it.' });
  assert.equal(host.exists('two'), false);
});

test('stops where only the person can help', async () => {
  const { name, look } = fileStep('one');
  await assert.rejects(setUp([{ name, look }], fakeHost()), { way: 'Make it.' });
});

test('asks again where that may find something better, without calling it missing', async () => {
  const host = fakeHost();
  /** @type {Step} */
  const step = { ...fileStep('one'), look: async () => ({ ok: true, says: 'for now', mayRenew: true }) };
  assert.equal(await report([step], host), 0);
  assert.equal(host.exists('one'), false);
  await setUp([step], host);
  assert.equal(host.exists('one'), true);
});

test('reports everything that is missing, not only the first, and mends nothing', async () => {
  const host = fakeHost({ files: { two: '' } });
  assert.equal(await report([fileStep('one'), fileStep('two'), fileStep('three')], host), 2);
  assert.deepEqual(Object.keys(host.files), ['two']);
  assert.match(host.said[0] ?? '', /✗ one +Not there\. Make it\./);
});
