// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVersion, isAtLeast } from './version.mjs';

test('finds the version in what programs say about themselves', () => {
  assert.equal(findVersion('v20.19.0'), '20.19.0');
  assert.equal(findVersion('Docker version 26.1.5+dfsg1, build a72d7cd'), '26.1.5');
  assert.equal(findVersion('2.26.1-4'), '2.26.1');
  assert.equal(findVersion('no number here'), undefined);
});

test('compares versions as numbers, not as text', () => {
  assert.equal(isAtLeast('3.9.18', '3.11'), false);
  assert.equal(isAtLeast('20.19', '20.19.0'), true);
  assert.equal(isAtLeast('20.18.9', '20.19.0'), false);
  assert.equal(isAtLeast('21.0', '20.19.0'), true);
});

test('takes a version that could not be read for too old', () => {
  assert.equal(isAtLeast(undefined, '1.0'), false);
});
