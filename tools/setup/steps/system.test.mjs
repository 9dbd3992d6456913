// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { git, node } from './system.mjs';

test('refuses a Node.js that is too old, and says which one to install', async () => {
  assert.deepEqual(await node.look(fakeHost({ nodeVersion: '20.18.3' })), {
    ok: false,
    lacks: 'Node.js 20.18.3 is too old.',
    way: 'Install 20.19.0 or newer.',
    command: 'npx --yes n auto',
  });
  assert.equal((await node.look(fakeHost({ nodeVersion: '20.19.0' }))).ok, true);
});

test('sends people on Windows to WSL', async () => {
  const found = await node.look(fakeHost({ platform: 'win32' }));
  assert.match(found.ok ? '' : found.way, /WSL/);
});

test('reports git only when it runs', async () => {
  assert.deepEqual(await git.look(fakeHost({ replies: { git: { out: 'git version 2.39.5\n' } } })), {
    ok: true,
    says: '2.39.5',
  });
  assert.equal((await git.look(fakeHost())).ok, false);
});
