// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { gitHooks } from './git-hooks.mjs';

const REPOSITORY = { 'git rev-parse': { out: '.git/hooks\n' }, 'git config': { code: 1 } };

test('installs the hooks where commits are made', async () => {
  const host = fakeHost({ replies: { ...REPOSITORY, [process.execPath]: {} } });
  assert.equal((await gitHooks.look(host)).ok, false);
  await gitHooks.mend?.(host);
  assert.equal(host.ran.at(-1), `${process.execPath} node_modules/lefthook/bin/index.js install`);
});

test('finds them installed, in a worktree too', async () => {
  const replies = { ...REPOSITORY, 'git rev-parse': { out: '/elsewhere/.git/hooks\n' } };
  const host = fakeHost({ replies, files: { '/elsewhere/.git/hooks/pre-commit': 'call_lefthook run "pre-commit"' } });
  assert.equal((await gitHooks.look(host)).ok, true);
});

test('installs none in CI, without a repository, or beside hooks that a person chose', async () => {
  const chosen = { ...REPOSITORY, 'git config': { out: '~/hooks\n' } };
  for (const settings of [{ env: { CI: 'true' }, replies: REPOSITORY }, {}, { replies: chosen }]) {
    assert.equal((await gitHooks.look(fakeHost(settings))).ok, true);
  }
});

test('says why they could not be installed', async () => {
  const host = fakeHost({ replies: { [process.execPath]: { code: 1, err: 'Error: read-only file system\n' } } });
  await assert.rejects(async () => gitHooks.mend?.(host), /lefthook install failed: Error: read-only file system/);
});
