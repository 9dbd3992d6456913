// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitNotIgnoredFiles } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree.js';
import { workspaceRoot } from '../testing/repository.mjs';
import { initGenerator } from './generator.mjs';
import { LONGEST_NAME, LONGEST_TITLE } from './refusals.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers } from '../record.mjs' */

/** A version of one of the workspace's own packages, and what stands before it. */
const OWN_VERSION = /("@tandem\/[\w-]+": |"name": "@tandem\/[\w-]+",\s+"version": )"[^"]+"/g;

/**
 * This workspace's files as a product's. Nothing is written to the disk.
 *
 * @param {Partial<Answers> & {name: string}} answers
 */
async function product(answers) {
  const tree = new FsTree(workspaceRoot, false);
  await initGenerator(tree, { year: 2026, ...answers });
  return tree;
}

/** @param {Tree} tree */
function filesOf(tree) {
  /** @type {string[]} */
  const paths = [];
  visitNotIgnoredFiles(tree, '.', (path) => void paths.push(path));
  // This machine's own things, which the product's .gitignore no longer names.
  return paths.filter((path) => !path.startsWith('.tandem/'));
}

/** @param {Tree} tree @param {string} path */
const json = (tree, path) => JSON.parse(tree.read(path, 'utf8') ?? 'null');

for (const answers of [
  { name: 'ox-cart', title: 'Ox Wagon', scope: 'acme', pythonPackage: 'oxen', images: 'registry.example/oxen' },
  { name: 'ox', demo: false },
  { name: 'nod', database: /** @type {const} */ ('postgres'), port: 9000, devPort: 5200, apiPort: 8200 },
  { name: 'x'.repeat(LONGEST_NAME), title: 'Y'.repeat(LONGEST_TITLE) },
]) {
  test(`leaves nothing of the old name with ${JSON.stringify(answers)}`, async () => {
    const tree = await product(answers);
    const files = filesOf(tree);
    assert.ok(files.length > 600);
    assert.deepEqual(
      files.filter((path) => /tandem/i.test(path)),
      [],
    );
    const inside = files.filter((path) => /tandem/i.test((tree.read(path) ?? Buffer.alloc(0)).toString('latin1')));
    assert.deepEqual(inside, ['template.json']);
  });
}

test('spells each name in its own place', async () => {
  const answers = {
    name: 'ox-cart',
    title: 'Ox Wagon',
    scope: 'acme',
    pythonPackage: 'oxen',
    images: 'registry.example/ox',
  };
  const tree = await product(answers);
  assert.equal(json(tree, 'package.json').name, '@acme/source');
  assert.deepEqual(
    Object.keys(json(tree, 'apps/web/package.json').dependencies).filter((name) => name.startsWith('@acme')),
    ['@acme/api-client', '@acme/api-types', '@acme/ui'],
  );
  assert.ok(tree.exists('apps/api/oxen/__init__.py'));
  assert.match(tree.read('docker/stack/compose.yaml', 'utf8') ?? '', /^name: ox-cart$/m);
  assert.match(
    tree.read('docker/stack/compose.yaml', 'utf8') ?? '',
    /\$\{OX_CART_IMAGES:-registry\.example\/ox\}\/api/,
  );
  assert.match(tree.read('apps/web/index.html', 'utf8') ?? '', /<title>Ox Wagon<\/title>/);
  assert.match(tree.read('.gitignore', 'utf8') ?? '', /^\.ox-cart\/$/m);
});

test('gives the product a README, a licence, a version and a record of its own', async () => {
  const tree = await product({ name: 'ox', holder: 'Ada Lovelace', year: 2031, port: 9000 });
  assert.match(tree.read('README.md', 'utf8') ?? '', /^# Ox\n[^]*http:\/\/localhost:9000/);
  const licence = tree.read('LICENSE', 'utf8') ?? '';
  assert.deepEqual(licence.match(/^Copyright.*$/gm), ['Copyright (c) 2031 Ada Lovelace']);
  assert.equal(json(tree, 'package.json').version, '0.1.0');
  const { answers, template, notice } = json(tree, 'template.json');
  assert.deepEqual([answers.name, answers.year, answers.demo], ['ox', 2031, true]);
  assert.equal(template.version, json(new FsTree(workspaceRoot, false), 'package.json').version);
  assert.match(notice, /^Copyright \(c\) \d{4} The Tandem authors\. MIT License\.$/);
});

test('speaks of the product’s own ports, to people and to an editor', async () => {
  const tree = await product({ name: 'ox', port: 9000, devPort: 5200, apiPort: 8200 });
  const pages = filesOf(tree).filter((path) => /^(?:docs|\.vscode)\//.test(path));
  const standard =
    /(?:localhost|127\.0\.0\.1):(?:8080|5173|8000)\b|PORT \?\? '?(?:5173|8000)|"(?:5173|8000)"|5173 is|PORT=5174/;
  assert.deepEqual(
    pages.filter((path) => standard.test(tree.read(path, 'utf8') ?? '')),
    [],
  );
  assert.match(tree.read('.vscode/launch.json', 'utf8') ?? '', /127\.0\.0\.1:8200[^]*"5200"[^]*localhost:5200/);
});

test('starts at the first version whatever the template’s is', async () => {
  const tree = new FsTree(workspaceRoot, false);
  const { version } = json(tree, 'package.json');
  for (const path of filesOf(tree)) {
    const text = tree.read(path, 'utf8') ?? '';
    // As a release writes it: in each manifest, each place of the list, and the lock; other packages may have the same.
    if (/package(?:-lock)?\.json$/.test(path)) {
      tree.write(
        path,
        text.replaceAll(OWN_VERSION, (_, before) => `${before}"9.8.7"`),
      );
    } else if (/Dockerfile$|__init__\.py$|pyproject\.toml$|openapi\.json$|bake\.hcl$/.test(path)) {
      tree.write(path, text.replaceAll(`"${version}"`, '"9.8.7"').replaceAll(`VERSION=${version}`, 'VERSION=9.8.7'));
    }
  }
  await initGenerator(tree, { name: 'ox' });
  assert.deepEqual(
    filesOf(tree).filter((path) => path !== 'template.json' && (tree.read(path, 'utf8') ?? '').includes('9.8.7')),
    [],
  );
  assert.equal(json(tree, 'template.json').template.version, '9.8.7');
});

test('takes away what only the template needs', async () => {
  const tree = await product({ name: 'ox' });
  const gone = ['tools/starter/init', 'tools/setup/init.mjs', 'docs/begin.md', 'docs/images/system.png'];
  assert.deepEqual(
    gone.filter((path) => tree.exists(path)),
    [],
  );
  assert.equal('init' in json(tree, 'package.json').scripts, false);
  assert.doesNotMatch(tree.read('tools/setup/steps/steps.mjs', 'utf8') ?? '', /\binit\b/);
  assert.doesNotMatch(tree.read('tools/setup/test.mjs', 'utf8') ?? '', /products/);
  const lock = json(tree, 'package-lock.json').packages;
  assert.equal('node_modules/validate-npm-package-name' in lock, false);
  assert.equal('node_modules/@clack/prompts' in lock, true, 'Nx asks for it too');
});

test('stops at a file that an edit no longer fits', async () => {
  const tree = new FsTree(workspaceRoot, false);
  tree.write('tools/setup/dev/plan.mjs', 'rewritten');
  await assert.rejects(
    initGenerator(tree, { name: 'ox', devPort: 5200 }),
    /tools\/setup\/dev\/plan\.mjs does not hold/,
  );
});
