// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complainOfDisk } from './nx.mjs';
import { fakeHost } from './testing/fake-host.mjs';

const MEGABYTE = 1024 * 1024;

test('says that the disk of the cache is full, wherever the cache is', () => {
  /** @param {string} path */
  const free = (path) => (path === '/big/cache' ? 15 * MEGABYTE : 90 * MEGABYTE);
  assert.throws(() => complainOfDisk(fakeHost({ free, env: { NX_CACHE_DIRECTORY: '/big/cache' } })), {
    name: 'Trouble',
    message: "The disk that holds Nx's cache (/big/cache) is full.",
  });
});

test('says nothing of a disk that has room', () => {
  complainOfDisk(fakeHost({ free: () => 17 * MEGABYTE }));
});
