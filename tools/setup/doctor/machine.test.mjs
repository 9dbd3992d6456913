// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { disk } from './disk.mjs';
import { watches } from './watches.mjs';

const GIB = 1024 ** 3;

test('says which disk is full, and what frees it without touching data', async () => {
  assert.deepEqual(await disk.look(fakeHost({ free: () => 6.2 * GIB })), { status: 'ok', says: '6 GiB free' });
  const found = await disk.look(fakeHost({ free: (path) => (path === '/clone' ? 1.25 : 50) * GIB }));
  assert.deepEqual(found, {
    status: 'problem',
    says: '1.3 GiB are free in /clone, less than 5.',
    mend: 'docker buildx prune --force; npx nx reset',
  });
  const temporary = await disk.look(fakeHost({ free: (path) => (path === '/clone' ? 50 : 0.5) * GIB }));
  assert.match(temporary.says, /^0\.5 GiB are free in .*, less than 1: make room there\.$/);
});

test('raises the number of watched files where Linux has a low one', async () => {
  const LIMIT = '/proc/sys/fs/inotify/max_user_watches';
  const user = { isRoot: false, name: 'ada' };
  const found = await watches.look(fakeHost({ user, files: { [LIMIT]: '8192\n' } }));
  assert.ok(found.status === 'problem');
  assert.match(found.mend ?? '', /^echo fs\.inotify\.max_user_watches=524288 \| sudo tee .* && sudo sysctl --system$/);
  assert.equal((await watches.look(fakeHost({ files: { [LIMIT]: '65536\n' } }))).status, 'ok');
  assert.equal((await watches.look(fakeHost({ platform: 'darwin' }))).says, 'no limit');
});
