// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholes } from './summary.mjs';

test('names a folder of which nothing is left, and single files of another', () => {
  const removed = ['a/gone/one/x', 'a/gone/y', 'a/kept/z', 'top', 'other/deep/w'];
  assert.deepEqual(wholes(removed, ['a/kept/v', 'b']), ['a/gone', 'a/kept/z', 'top', 'other']);
});
