// @ts-check
/** Products of three kinds, each with every check that needs no container; and an update of one that has a life of its own. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readRecord } from '../../record.mjs';
import { leftovers } from '../leftovers.mjs';
import { command, Place } from './clone.mjs';

/** @import { Git } from '../../git.mjs' */

const place = new Place();
const template = place.template();
after(() => place.remove());

/** A name with dashes, as long as names may be; a very short one; one that is the beginning of another word in the tree. */
const LONG = 'on-the-long-way-home-now';
/** @type {Record<string, string[]>} */
const PRODUCTS = {
  [LONG]: ['--title', 'On The Long Way Home By Night 24'],
  ox: ['--no-demo', '--scope', 'acme', '--images', 'registry.example/team/ox'],
  nod: ['--database', 'postgres', '--port', '9000', '--dev-port', '5200', '--api-port', '8200'],
};

/** @param {Git} git */
function assertGreen(git) {
  const ran = command(git, 'npx', 'nx', 'run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
  assert.equal(ran.code, 0, ran.said.slice(-6000));
  assert.equal(git.run('status', '--porcelain'), '');
}

/** @param {Git} git @param {string} message */
function commit(git, message) {
  git.run('add', '--all');
  git.run('commit', '--quiet', '--message', message);
}

/** @param {string} name */
function begun(name) {
  const git = place.clone(template, name);
  const ran = command(git, 'npm', 'run', 'init', '--', '--yes', '--name', name, ...(PRODUCTS[name] ?? []));
  assert.equal(ran.code, 0, ran.said);
  commit(git, 'feat: begins');
  return git;
}

for (const name of Object.keys(PRODUCTS)) {
  test(`${name} has nothing of the old name left, and every check is green`, () => {
    const git = begun(name);
    assert.deepEqual(leftovers(git.root, git.list('ls-files', '-z')), []);
    assertGreen(git);
  });
}

test('an update brings what the template changed, keeps what the product changed, and every check is green', (context) => {
  const git = place.clone(template, 'updated');
  const ran = command(git, 'npm', 'run', 'init', '--', '--yes', '--name', 'ox-cart', '--python-package', 'oxen');
  assert.equal(ran.code, 0, ran.said);
  commit(git, 'feat: begins');
  const read = (/** @type {string} */ path) => readFileSync(join(git.root, path), 'utf8');
  const write = (/** @type {string} */ path, /** @type {string} */ text) => writeFileSync(join(git.root, path), text);

  // The product goes its own way: in a file that the template will change as well, in one that it moves, in one of its own.
  write('apps/web/src/app/footer.tsx', read('apps/web/src/app/footer.tsx').replace('The API', 'Our API'));
  git.run('mv', 'docs/performance.md', 'docs/speed.md');
  write('docs/own.md', 'A page in many colours.\n');
  commit(git, 'feat: goes its own way');
  assert.equal(command(git, 'npm', 'run', 'template:update', '--', '--check').code, 0, 'nothing is new yet');

  // Recorded as a patch, so that it can be read. When the template's own lines move, it has to follow.
  const patch = join(import.meta.dirname ?? context.name, 'next-version.patch');
  template.run('apply', '--index', patch);
  commit(template, 'feat: the next version');
  template.run('tag', 'v9.9.9');

  const check = command(git, 'npm', 'run', 'template:update', '--', '--check');
  assert.equal(check.code, 2, check.said);
  assert.match(check.said, /v9\.9\.9 is there/);
  const update = command(git, 'npm', 'run', 'template:update');
  assert.equal(update.code, 0, update.said);
  commit(git, 'chore: updates the template');

  const footer = read('apps/web/src/app/footer.tsx');
  assert.match(footer, /Our API/);
  assert.match(footer, /aria-label="About Ox Cart"/);
  assert.match(read('apps/api/oxen/common/clock.py'), /OX_CART_CLOCK/);
  assert.match(read('docs/speed.md'), /One more figure of Ox Cart\./);
  assert.equal(read('docs/own.md'), 'A page in many colors.\n', 'the migration ran');
  assert.deepEqual(readRecord(read('template.json')).migrations, ['0001-spells-colors.mjs']);
  assert.deepEqual(leftovers(git.root, git.list('ls-files', '-z')), []);
  assertGreen(git);
  assert.equal(command(git, 'npm', 'run', 'template:update', '--', '--check').code, 0);
});
