// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Git } from '../git.mjs';
import { repository, writeFiles } from '../testing/repository.mjs';
import { whyNotReady } from './ready.mjs';

test('takes a clone in which everything is committed', (context) => {
  assert.equal(whyNotReady(repository(context, { 'a.txt': '' })), undefined);
});

for (const [what, spoil, expected] of /** @type {[string, (git: Git) => unknown, RegExp][]} */ ([
  ['a changed file', (git) => writeFiles(git.root, { 'a.txt': 'changed' }), /^Not everything is committed: a\.txt\./],
  ['new files', (git) => writeFiles(git.root, { 'b.txt': '', 'c.txt': '' }), /: b\.txt and 1 more\./],
  ['another branch', (git) => git.run('branch', 'mine'), /^There are other branches here \(mine\)/],
  [
    'a stash',
    (git) => {
      writeFiles(git.root, { 'a.txt': 'changed' });
      git.run('stash');
    },
    /^Something is stashed here/,
  ],
  [
    'a product',
    (git) => {
      writeFiles(git.root, { 'template.json': '{}' });
      git.run('add', '--all');
      git.run('commit', '--quiet', '--message', 'feat: begins');
    },
    /^This is a product already/,
  ],
])) {
  test(`refuses ${what}, and says what to do`, (context) => {
    const git = repository(context, { 'a.txt': '' });
    spoil(git);
    assert.match(whyNotReady(git) ?? 'ready', expected);
  });
}

test('refuses a folder without a commit, and a work tree of another repository', (context) => {
  const git = repository(context, { 'a.txt': '' });
  const tree = `${git.root}/tree`;
  git.run('worktree', 'add', '--quiet', '--detach', tree);
  assert.match(whyNotReady(new Git(tree, git.env)) ?? 'ready', /^This is a work tree of another repository/);
  git.run('update-ref', '-d', 'HEAD');
  assert.match(whyNotReady(git) ?? 'ready', /^There is no commit here/);
});
