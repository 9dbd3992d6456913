// @ts-check
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, writeFiles } from '../testing/repository.mjs';
import { spellingsOf, withDefaults } from './answers.mjs';
import { stepsInPlace } from './in-place.mjs';
import { takeAll, Undone } from './steps.mjs';

/** @import { TestContext } from 'node:test' */
/** @import { Git } from '../git.mjs' */

const STEPS = [
  'secrets',
  'the folder of this machine',
  'settings of this machine',
  'installed packages',
  'files',
  'history',
];
const IGNORED = '.env.local\n.tandem/\n.ox/\nnode_modules\ndocker/stack/.secrets/\n';

/** A clone that somebody has worked in: set up, started, with a remote, tags and a second of everything. @param {TestContext} context */
function clone(context) {
  const git = repository(context, { '.gitignore': IGNORED, 'old.txt': 'old', 'kept.txt': 'kept' });
  writeFiles(git.root, {
    'docker/stack/.secrets/secret_key': 'the old one',
    '.tandem/dev.sqlite3': 'data',
    '.tandem/poetry/pyvenv.cfg': `command = ${git.root}/.tandem/poetry`,
    '.tandem/poetry/bin/poetry': `#!${git.root}/.tandem/poetry/bin/python\n`,
    'node_modules/.package-lock.json': '{"node_modules/@tandem/web": {"link": true}, "x": {"@tandem/web": "1"}}',
    'apps/web/package.json': '{}',
    '.env.local': 'TANDEM_PORT=9000\n',
  });
  mkdirSync(join(git.root, 'node_modules/@tandem'));
  symlinkSync('../../apps/web', join(git.root, 'node_modules/@tandem/web'));
  git.run('add', '--all');
  git.run('commit', '--quiet', '--message', 'more');
  git.run('tag', 'v0.1.0');
  git.run('tag', '--annotate', '--message', 'x', 'v0.2.0');
  git.run('remote', 'add', 'origin', git.root);
  git.run('fetch', '--quiet', 'origin');
  git.run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  git.run('branch', '--quiet', '--set-upstream-to', 'origin/main');
  return git;
}

/** @param {Git} git @param {{keepsOrigin?: boolean}} [options] */
function stepsOf(git, { keepsOrigin = false } = {}) {
  const index = git.with({ GIT_INDEX_FILE: join(git.root, '.git/other-index') });
  index.run('read-tree', 'HEAD');
  index.run('rm', '--quiet', '--cached', 'old.txt');
  const blob = git.run('hash-object', '-w', 'kept.txt');
  index.run('update-index', '--add', '--cacheinfo', `100644,${blob},new.txt`);
  return stepsInPlace(git, {
    spellings: spellingsOf(withDefaults({ name: 'ox' })),
    tree: index.run('write-tree'),
    branch: 'main',
    keepsOrigin,
    makeSecrets: (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'secret_key'), 'a new one');
    },
  });
}

/** Everything of the clone that a person could miss: every file's bytes, every ref, the settings, the index. @param {Git} git */
function state(git) {
  const files = /** @type {string[]} */ (readdirSync(git.root, { recursive: true, encoding: 'utf8' }));
  const bytes = files
    .filter((path) => !path.startsWith('.git/') && statSync(join(git.root, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(git.root, path), 'utf8')]);
  const refs = git.run('for-each-ref', '--format=%(refname) %(objectname) %(symref)');
  const config = readFileSync(join(git.root, '.git/config'), 'utf8');
  const head = readFileSync(join(git.root, '.git/HEAD'), 'utf8');
  return { bytes, refs, config, head, index: git.run('ls-files', '--stage'), status: git.run('status', '--porcelain') };
}

for (const name of STEPS) {
  test(`puts everything back when it breaks off before "${name}"`, (context) => {
    const git = clone(context);
    const before = state(git);
    const broken = (/** @type {string} */ step) => assert.notEqual(step, name, 'broken on purpose');
    assert.throws(() => takeAll(stepsOf(git), broken), Undone);
    assert.deepEqual(state(git), before);
  });

  test(`puts everything back when it breaks off after "${name}"`, (context) => {
    const git = clone(context);
    const before = state(git);
    const steps = stepsOf(git).map((step) =>
      step.name === name ? { ...step, take: () => (step.take(), assert.fail('broken on purpose')) } : step,
    );
    assert.throws(() => takeAll(steps), Undone);
    assert.deepEqual(state(git), before);
  });
}

test('leaves the product staged on a branch without a commit, and nothing of the history', (context) => {
  const git = clone(context);
  takeAll(stepsOf(git));
  assert.equal(git.run('for-each-ref'), '');
  assert.equal(git.run('remote'), '');
  assert.equal(git.run('symbolic-ref', 'HEAD'), 'refs/heads/main');
  assert.deepEqual(git.list('diff', '--cached', '--name-only', '-z', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'), [
    '.gitignore',
    'apps/web/package.json',
    'kept.txt',
    'new.txt',
  ]);
  assert.equal(git.run('status', '--porcelain').replaceAll(/^A {2}.*\n?/gm, ''), '');
});

test('keeps the remote of somebody whose remote is not the template', (context) => {
  const git = clone(context);
  takeAll(stepsOf(git, { keepsOrigin: true }));
  assert.equal(git.run('remote'), 'origin');
  assert.equal(git.run('tag'), '');
});

test('makes secrets anew, and moves what this machine has', (context) => {
  const git = clone(context);
  takeAll(stepsOf(git));
  const read = (/** @type {string} */ path) => readFileSync(join(git.root, path), 'utf8');
  assert.equal(read('docker/stack/.secrets/secret_key'), 'a new one');
  assert.equal(existsSync(join(git.root, '.git/secrets-before-init')), false);
  assert.equal(read('.ox/dev.sqlite3'), 'data');
  assert.equal(read('.env.local'), 'OX_PORT=9000\n');
  assert.equal(read('.ox/poetry/bin/poetry'), `#!${git.root}/.ox/poetry/bin/python\n`);
  assert.equal(read('node_modules/@ox/web/package.json'), '{}');
  assert.equal(
    read('node_modules/.package-lock.json'),
    '{"node_modules/@ox/web": {"link": true}, "x": {"@ox/web": "1"}}',
  );
});
