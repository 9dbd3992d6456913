// @ts-check
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { productTree } from '../product-tree.mjs';
import { readRecord } from '../record.mjs';
import { repository, writeFiles } from '../testing/repository.mjs';
import { check, goOn, Refused, update, UPDATE_THERE, UP_TO_DATE } from './update.mjs';

/** @import { TestContext } from 'node:test' */
/** @import { Git } from '../git.mjs' */

/** The least that a template is: it writes the answer where WORD stands, moves a file, and records where it came from. */
const MAKE = `
import { readFileSync, readdirSync, renameSync, writeFileSync, rmSync } from 'node:fs';
const { template, answers } = JSON.parse(readFileSync(0, 'utf8'));
for (const file of ['a.txt', 'b.txt', 'word.txt']) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('WORD', answers.name));
}
renameSync('word.txt', answers.name + '.txt');
const migrations = readdirSync('tools/starter/migrations').filter((name) => name.endsWith('.mjs')).sort();
rmSync('tools/starter/init', { recursive: true });
writeFileSync('template.json', JSON.stringify({ template, migrations, answers }, null, 2) + '\\n');
`;

const LINES = ['one WORD', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight WORD'];
const FILES = {
  '.gitignore': 'node_modules\n.venv\n',
  'package.json': '{"version": "1.0.0"}\n',
  'a.txt': `${LINES.join('\n')}\n`,
  'b.txt': 'WORD\n',
  'word.txt': `${LINES.join('\n')}\nin WORD.txt\n`,
  'tools/starter/init/make.mjs': MAKE,
  'tools/starter/migrations/README.md': 'scripts\n',
};

/** A template with one release. @param {TestContext} context */
function template(context) {
  const git = repository(context, FILES);
  git.run('tag', 'v1.0.0');
  return git;
}

/** @param {Git} git @param {Record<string, string>} files @param {string} [tag] */
function release(git, files, tag = 'v1.1.0') {
  writeFiles(git.root, { 'package.json': `{"version": "${tag.slice(1)}"}\n`, ...files });
  git.run('add', '--all');
  git.run('commit', '--quiet', '--message', tag);
  git.run('tag', tag);
}

/** A product that was made of the template as it is now, and committed. @param {TestContext} context @param {Git} from */
function product(context, from) {
  const git = repository(context, { empty: '' });
  git.run('fetch', '--quiet', from.root, 'HEAD');
  mkdirSync(join(git.root, 'node_modules'));
  const commit = from.run('rev-parse', 'HEAD');
  const origin = { source: from.root, version: '1.0.0', commit, tree: from.run('rev-parse', 'HEAD^{tree}') };
  const tree = productTree(git, { template: origin, answers: { name: 'ox' } });
  git.run('read-tree', '-u', '--reset', tree);
  git.run('commit', '--quiet', '--message', 'feat: begins');
  return git;
}

/** @param {Git} git */
function talk(git) {
  /** @type {string[]} */
  const said = [];
  const read = (/** @type {string} */ path) => readFileSync(join(git.root, path), 'utf8');
  return { said, say: (/** @type {string} */ line) => void said.push(line), read };
}

/** @param {Git} git @param {Record<string, string>} files */
function commit(git, files) {
  writeFiles(git.root, files);
  git.run('add', '--all');
  git.run('commit', '--quiet', '--message', 'mine');
}

test('brings what the template changed in the product’s own spelling, and keeps what the product changed', async (context) => {
  const from = template(context);
  const git = product(context, from);
  const mine = FILES['a.txt'].replaceAll('WORD', 'ox').replace('five', 'five, and mine');
  commit(git, { 'a.txt': mine, 'mine.txt': 'mine\n' });
  release(from, { 'a.txt': FILES['a.txt'].replace('eight', 'eight new'), 'b.txt': 'WORD and WORD\n' });

  const { say, read, said } = talk(git);
  assert.equal(await update(git, { say }), 0);
  assert.equal(read('a.txt'), mine.replace('eight', 'eight new'));
  assert.equal(read('b.txt'), 'ox and ox\n');
  assert.equal(read('mine.txt'), 'mine\n');
  assert.equal(readRecord(read('template.json')).template.version, '1.1.0');
  assert.equal(git.run('diff', '--name-only'), '', 'everything is staged');
  assert.match(said.join('\n'), /Version 1\.1\.0 of the template is staged: 4 files\./);
  assert.equal(git.run('for-each-ref', '--format=%(refname)'), 'refs/heads/main');
});

test('follows a file that the product has moved, and one that the template has removed', async (context) => {
  const from = template(context);
  const git = product(context, from);
  renameSync(join(git.root, 'ox.txt'), join(git.root, 'elsewhere.txt'));
  commit(git, {});
  rmSync(join(from.root, 'b.txt'));
  release(from, {
    'word.txt': FILES['word.txt'].replace('four', 'four new'),
    'tools/starter/init/make.mjs': MAKE.replace("'b.txt', ", ''),
  });
  assert.equal(await update(git, talk(git)), 0);
  assert.match(talk(git).read('elsewhere.txt'), /^four new$/m);
  assert.equal(git.run('ls-files', 'b.txt', 'ox.txt'), '');
});

test('leaves a conflict as git leaves it, and the rest staged', async (context) => {
  const from = template(context);
  const git = product(context, from);
  commit(git, { 'b.txt': 'mine\n' });
  release(from, { 'b.txt': 'theirs\n', 'a.txt': 'all new\n' });
  const { say, said, read } = talk(git);
  assert.equal(await update(git, { say }), 1);
  assert.match(read('b.txt'), /^<{7} HEAD\nmine\n={7}\ntheirs\n>{7} \w+ \(template 1\.1\.0\)\n$/);
  assert.equal(git.run('diff', '--name-only', '--diff-filter=U'), 'b.txt');
  assert.equal(read('a.txt'), 'all new\n');
  assert.match(said.join('\n'), /b\.txt\nPut them right and stage them, and commit\./);
});

test('runs the migrations that came, each once and in order, after the merge', async (context) => {
  const from = template(context);
  const append = (/** @type {string} */ word) =>
    `import { appendFileSync } from 'node:fs';\nexport const migrate = (root) => appendFileSync(root + '/log.txt', '${word}\\n');\n`;
  release(from, { 'tools/starter/migrations/0001-old.mjs': append('old') }, 'v1.0.1');
  const git = product(context, from);
  const record = readRecord(talk(git).read('template.json'));
  commit(git, {
    'template.json': `${JSON.stringify({ ...record, template: { ...record.template, version: '1.0.1' } }, null, 2)}\n`,
  });
  release(from, {
    'tools/starter/migrations/0003-c.mjs': append('third'),
    'tools/starter/migrations/0002-b.mjs': append('second'),
  });
  assert.equal(await update(git, talk(git)), 0, 'updated');
  assert.equal(talk(git).read('log.txt'), 'second\nthird\n');
  assert.deepEqual(readRecord(talk(git).read('template.json')).migrations, [
    '0001-old.mjs',
    '0002-b.mjs',
    '0003-c.mjs',
  ]);
  assert.equal(git.run('diff', '--name-only'), '');
});

test('lets migrations wait for conflicts, and goes on when they are resolved', async (context) => {
  const from = template(context);
  const git = product(context, from);
  commit(git, { 'b.txt': 'mine\n' });
  const migrate = `import { writeFileSync } from 'node:fs';\nexport const migrate = (root) => writeFileSync(root + '/log.txt', 'ran');\n`;
  release(from, { 'b.txt': 'theirs\n', 'tools/starter/migrations/0001-a.mjs': migrate });
  const { say, said, read } = talk(git);
  assert.equal(await update(git, { say }), 1);
  assert.match(said.join('\n'), /then npm run template:update -- --continue/);
  await assert.rejects(
    goOn(git, { say }),
    new Refused('Conflicts are left in b.txt: git add says that one is resolved.'),
  );

  writeFileSync(join(git.root, 'b.txt'), 'both\n');
  git.run('add', 'b.txt');
  await goOn(git, { say });
  assert.equal(read('log.txt'), 'ran');
  assert.equal(git.run('diff', '--name-only'), '');
  await assert.rejects(goOn(git, { say }), new Refused('No update is waiting here.'));
});

test('puts everything back when a migration fails', async (context) => {
  const from = template(context);
  const git = product(context, from);
  const migrate = `import { writeFileSync } from 'node:fs';\nexport const migrate = (root) => { writeFileSync(root + '/half.txt', ''); throw new Error('no'); };\n`;
  release(from, { 'b.txt': 'theirs\n', 'tools/starter/migrations/0001-a.mjs': migrate });
  await assert.rejects(update(git, talk(git)), /^Error: 0001-a\.mjs failed: no$/);
  assert.equal(git.run('status', '--porcelain'), '');
  assert.equal(talk(git).read('b.txt'), 'ox\n');
});

test('finds its version in a copy of the template that has another history', async (context) => {
  const from = template(context);
  const git = product(context, from);
  const record = readRecord(talk(git).read('template.json'));
  commit(git, {
    'template.json': `${JSON.stringify({ ...record, template: { ...record.template, commit: 'f'.repeat(40) } }, null, 2)}\n`,
  });
  release(from, { 'a.txt': 'new\n' });
  await update(git, talk(git));
  assert.equal(talk(git).read('a.txt'), 'new\n');
});

test('says by sentence and exit code whether a later release is there', async (context) => {
  const from = template(context);
  const git = product(context, from);
  const first = talk(git);
  assert.equal(check(git, first), 0);
  assert.deepEqual(first.said, ['This product has version 1.0.0 of the template, and there is no later one.']);
  assert.equal(await update(git, talk(git)), 0);

  release(from, {}, 'v1.1.0-rc.1');
  assert.equal(check(git, talk(git)), 0, 'a pre-release is none');
  release(from, {}, 'v1.10.0');
  release(from, {}, 'v1.9.0');
  const second = talk(git);
  assert.equal(check(git, second), 2);
  assert.match(second.said.join(), /; v1\.10\.0 is there: npm run template:update$/);
  assert.equal(git.run('status', '--porcelain'), '');
});

test('brings no release a second time whose files say another version than its tag', async (context) => {
  const from = template(context);
  const git = product(context, from);
  writeFiles(from.root, { 'b.txt': 'WORD and WORD\n' });
  from.run('commit', '--quiet', '--all', '--message', 'next');
  from.run('tag', '--annotate', '--message', 'next', 'v9.9.9');
  assert.equal(check(git, talk(git)), UPDATE_THERE);
  assert.equal(await update(git, talk(git)), 0);
  git.run('commit', '--quiet', '--message', 'update');
  assert.equal(check(git, talk(git)), UP_TO_DATE);
});

test('goes by the newest commit of a template without a release, and by what is named', async (context) => {
  const from = template(context);
  const git = product(context, from);
  release(from, { 'a.txt': 'new\n' });
  from.run('tag', '--delete', 'v1.0.0', 'v1.1.0');
  assert.equal(check(git, talk(git)), 2);
  release(from, { 'a.txt': 'newer\n' }, 'v1.2.0-rc.1');
  assert.equal(await update(git, { ...talk(git), to: 'v1.2.0-rc.1' }), 0);
  assert.equal(talk(git).read('a.txt'), 'newer\n');
});

for (const [what, spoil, reason] of /** @type {[string, (git: Git) => void, RegExp][]} */ ([
  ['a dirty tree', (git) => writeFiles(git.root, { 'x.txt': '' }), /^Not everything is committed: x\.txt\./],
  [
    'a folder that is no product',
    (git) => (rmSync(join(git.root, 'template.json')), commit(git, {})),
    /^There is no template\.json/,
  ],
  ['a product with nothing committed', (git) => git.run('update-ref', '-d', 'HEAD'), /^Nothing is committed here yet/],
])) {
  test(`refuses ${what}, and changes nothing`, async (context) => {
    const from = template(context);
    const git = product(context, from);
    release(from, { 'a.txt': 'new\n' });
    spoil(git);
    const before = git.run('status', '--porcelain');
    await assert.rejects(update(git, talk(git)), (error) => error instanceof Refused && reason.test(error.message));
    assert.equal(git.run('status', '--porcelain'), before);
  });
}

test('says so when the template cannot be reached, or no longer has its version', async (context) => {
  const from = template(context);
  const git = product(context, from);
  await assert.rejects(update(git, { ...talk(git), from: '/nowhere' }), /git ls-remote: .*\/nowhere/);
  const other = repository(context, { ...FILES, 'b.txt': 'another\n' });
  other.run('tag', 'v2.0.0');
  const bare = repository(context, { empty: '' });
  commit(bare, { 'template.json': talk(git).read('template.json') });
  await assert.rejects(update(bare, { ...talk(bare), from: other.root }), /version 1\.0\.0 \(\w+\), .* no more$/);
});
