// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { examine, inWords } from './examine.mjs';
import { fromStep } from './from-step.mjs';

/** @import { Check, Verdict } from './examine.mjs' */

/** @param {string} id @param {Verdict} verdict @param {string[]} [needs] @returns {Check} */
const check = (id, verdict, needs = []) => ({ id, title: id.toUpperCase(), needs, look: async () => verdict });
const fine = /** @type {const} */ ({ status: 'ok', says: 'fine' });
const broken = /** @type {const} */ ({ status: 'problem', says: 'It broke.', mend: 'make it' });

test('is in order when every check is', async () => {
  const report = await examine([check('a', fine), check('b', fine, ['a'])], fakeHost());
  assert.deepEqual(report, {
    schema: 1,
    ok: true,
    checks: [
      { id: 'a', title: 'A', status: 'ok', says: 'fine', mend: null },
      { id: 'b', title: 'B', status: 'ok', says: 'fine', mend: null },
    ],
  });
  assert.equal(inWords(report).at(-1), 'All is in order.');
});

test('names every problem with the command that mends it, and asks nothing that rests on it', async () => {
  /** @type {Check} */
  const never = { ...check('c', fine, ['b']), look: () => assert.fail('asked') };
  const report = await examine([check('a', broken), check('b', broken), never], fakeHost());
  assert.equal(report.ok, false);
  assert.deepEqual(
    report.checks.map(({ status, mend }) => [status, mend]),
    [
      ['problem', 'make it'],
      ['problem', 'make it'],
      ['blocked', null],
    ],
  );
  assert.deepEqual(inWords(report), [
    '✗ A  It broke.',
    '     $ make it',
    '✗ B  It broke.',
    '     $ make it',
    '· C  Not asked, it needs first: B.',
    '',
    'Not in order: 2. Nothing was changed.',
  ]);
});

test('goes on when one check fails to look', async () => {
  /** @type {Check} */
  const wild = { ...check('a', fine), look: async () => JSON.parse('{') };
  const { checks } = await examine([wild, check('b', fine)], fakeHost());
  assert.match(checks[0]?.says ?? '', /^It could not be looked at: /);
  assert.equal(checks[1]?.status, 'ok');
});

test('gives an engine that does not answer four seconds', async () => {
  /** @type {(number | undefined)[]} */
  const patience = [];
  const host = fakeHost({ replies: { docker: (options) => (patience.push(options?.timeout), { code: 124 }) } });
  /** @type {Check} */
  const asks = {
    ...check('a', fine),
    look: async ({ run }) => (await run('docker', ['ps'], { timeout: 20_000 }), fine),
  };
  await examine([asks], host);
  assert.deepEqual(patience, [4000]);
});

test('refuses a list in which a check stands before what it needs', async () => {
  await assert.rejects(examine([check('b', fine, ['a']), check('a', fine)], fakeHost()), /b needs a/);
});

test('offers setup for what setup supplies, and a command of its own or words for the rest', async () => {
  const lacking = { ok: /** @type {const} */ (false), lacks: 'Not there.', way: 'Get it.' };
  /** @param {object} finding @param {boolean} [canMend] */
  const verdict = (finding, canMend = true) =>
    fromStep('x', {
      name: 'X',
      look: async () => ({ ...lacking, ...finding }),
      ...(canMend ? { mend: async () => assert.fail('mended') } : {}),
    }).look(fakeHost());
  assert.deepEqual(await verdict({}), { status: 'problem', says: 'Not there.', mend: 'npm run setup' });
  assert.deepEqual(await verdict({ command: 'get x' }), { status: 'problem', says: 'Not there.', mend: 'get x' });
  const byHand = { status: 'problem', says: 'Not there. Get it.', mend: null };
  assert.deepEqual(await verdict({ command: null }), byHand);
  assert.deepEqual(await verdict({}, false), byHand);
});
