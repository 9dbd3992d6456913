// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { mark, undo } from './undo.mjs';

/** @param {{head: string, tags: string}} now */
const repository = ({ head, tags }) =>
  fakeHost({ replies: { 'git rev-parse': { out: `${head}\n` }, 'git tag --list': { out: tags }, git: {} } });

test('remembers the commit and the versions before it', async () => {
  assert.deepEqual(await mark(repository({ head: 'abc', tags: 'v0.1.0\nv0.2.0\n' })), {
    head: 'abc',
    tags: ['v0.1.0', 'v0.2.0'],
  });
});

test('takes back the tag, the commit and the files, and no other tag', async () => {
  const host = repository({ head: 'def', tags: 'v0.1.0\nv0.2.0\n' });
  await undo(host, { head: 'abc', tags: ['v0.1.0'] });
  assert.deepEqual(
    host.ran.filter((line) => !/^git (?:rev-parse|tag --list)/.test(line)),
    ['git tag --delete v0.2.0', 'git reset --quiet --hard abc', 'git clean --quiet --force -d'],
  );
});
