import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVersion, isAtLeast } from './version.ts';

test('finds the version in the output of a program', () => {
  assert.equal(findVersion('Docker version 26.1.5+dfsg1, build a72d7cd'), '26.1.5');
  assert.equal(findVersion('github.com/docker/buildx v0.13.1 0.13.1'), '0.13.1');
  assert.equal(findVersion('command not found'), undefined);
});

test('compares versions number by number', () => {
  assert.equal(isAtLeast('3.9', '3.11'), false);
  assert.equal(isAtLeast('3.11.2', '3.11'), true);
  assert.equal(isAtLeast('3', '3.11'), false);
  assert.equal(isAtLeast(undefined, '3.11'), false);
});
