// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nxArguments } from './words.mjs';

test('hands Nx the step or the version that was named, and whether to write', () => {
  for (const words of [[], ['minor'], ['1.2.0', '--dry-run'], ['2.0.0-rc.1']]) {
    assert.deepEqual(nxArguments(words), words);
  }
  assert.deepEqual(nxArguments(['patch', '--yes']), ['patch']);
});

test('refuses a word that Nx would take for something else', () => {
  assert.throws(() => nxArguments(['banana']), /`banana` is no version/);
  assert.throws(() => nxArguments(['--first-release']), /`--first-release` is no version/);
  assert.throws(() => nxArguments(['patch', 'minor']), /A release has one version/);
});
