// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestAfter } from './versions.mjs';

test('takes the newest release that is later, by number and not by letter', () => {
  assert.equal(newestAfter(['v1.9.0', 'v1.10.0', 'v1.2.0'], '1.8.0'), 'v1.10.0');
  assert.equal(newestAfter(['v0.9.9', 'v1.0.0'], '1.0.0'), undefined);
});

test('takes no pre-release, and nothing that is no version', () => {
  assert.equal(newestAfter(['v2.0.0-rc.1', 'vnext', 'main'], '1.0.0'), undefined);
});
