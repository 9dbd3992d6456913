// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { assertReady } from './ready.mjs';

/** @param {{branch?: string, status?: string, behind?: string}} [state] `behind` is undefined without an upstream */
const repository = ({ branch = 'main', status = '', behind } = {}) =>
  fakeHost({
    files: { 'nx.json': '{"defaultBase": "main"}' },
    replies: {
      'git branch': { out: `${branch}\n` },
      'git status': { out: status },
      'git rev-list': behind === undefined ? { code: 128 } : { out: `${behind}\n` },
    },
  });

test('lets a clean main branch be released, with an upstream or without', async () => {
  await assertReady(repository());
  await assertReady(repository({ behind: '0' }));
});

test('names what is not committed', async () => {
  await assert.rejects(assertReady(repository({ status: ' M README.md\n' })), {
    message: 'Not everything is committed: README.md.',
  });
  await assert.rejects(assertReady(repository({ status: '?? new.txt\n M a.ts\n M b.ts\n' })), {
    message: 'Not everything is committed: new.txt and 2 more.',
  });
});

test('releases from the main branch alone', async () => {
  await assert.rejects(assertReady(repository({ branch: 'try' })), {
    message: 'The branch is try, and releases are made on main.',
  });
  await assert.rejects(assertReady(repository({ branch: '' })), { message: /^No branch is checked out/ });
});

test('refuses a branch that lacks what was fetched', async () => {
  await assert.rejects(assertReady(repository({ behind: '3' })), {
    message: 'main lacks 3 commits that were fetched.',
  });
});
