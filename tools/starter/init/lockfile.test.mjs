// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTree } from '@nx/devkit/testing';
import { tidyLockfile } from './lockfile.mjs';

test('puts packages and dependencies into npm’s order, and drops what nobody asks for', () => {
  const tree = createTree();
  const packages = {
    '': { devDependencies: { nx: '1' } },
    'node_modules/@zed/web': { link: true },
    'node_modules/@nx/js': {},
    'node_modules/asked': {},
    'node_modules/nx': { dependencies: { '@nx/js': '1', asked: '1', '@a/b': '1' } },
    'node_modules/only-here': {},
    'tools/starter': { devDependencies: { asked: '1', 'only-here': '1' } },
  };
  tree.write('package-lock.json', JSON.stringify({ packages }));
  tidyLockfile(tree);
  const after = JSON.parse(tree.read('package-lock.json', 'utf8') ?? '').packages;
  assert.deepEqual(Object.keys(after), [
    '',
    'node_modules/@nx/js',
    'node_modules/@zed/web',
    'node_modules/asked',
    'node_modules/nx',
    'tools/starter',
  ]);
  assert.deepEqual(Object.keys(after['node_modules/nx'].dependencies), ['@a/b', '@nx/js', 'asked']);
});
