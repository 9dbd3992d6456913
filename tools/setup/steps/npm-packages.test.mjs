// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { firstStalePackage, npmPackages } from './npm-packages.mjs';

const locked = {
  '': { name: 'root' },
  'apps/web': { name: 'web' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/@app/web': { link: true },
  'node_modules/native-darwin': { version: '2.0.0', optional: true },
};
const installed = without(locked, 'node_modules/native-darwin');

/** @param {Record<string, object>} packages @param {string} path */
function without(packages, path) {
  return Object.fromEntries(Object.entries(packages).filter(([other]) => other !== path));
}

/** @param {object} there what npm noted @param {string[]} folders */
function clone(there, folders = ['node_modules/a', 'node_modules/@app/web']) {
  return fakeHost({
    files: {
      'package-lock.json': JSON.stringify({ packages: locked }),
      'node_modules/.package-lock.json': JSON.stringify({ packages: there }),
      ...Object.fromEntries(folders.map((folder) => [`${folder}/package.json`, '{}'])),
    },
  });
}

test('finds nothing to do when all packages for this system are as locked', () => {
  assert.equal(firstStalePackage(clone(installed)), undefined);
});

test('notices a lock that moved on', () => {
  assert.equal(firstStalePackage(clone({ ...installed, 'node_modules/a': { version: '0.9.0' } })), 'a');
});

test('notices a workspace package that is not linked yet', () => {
  assert.equal(firstStalePackage(clone(without(installed, 'node_modules/@app/web'))), '@app/web');
});

test('notices a folder that somebody deleted', () => {
  assert.equal(firstStalePackage(clone(installed, ['node_modules/@app/web'])), 'a');
});

test('calls a fresh clone not installed', async () => {
  const host = fakeHost({ files: { 'package-lock.json': JSON.stringify({ packages: locked }) } });
  const found = await npmPackages.look(host);
  assert.equal(found.ok ? '' : found.lacks, 'Not installed yet.');
});

test('says why npm could not install', async () => {
  const host = fakeHost({ replies: { npm: { code: 1, err: 'npm error code EUSAGE\n' } } });
  await assert.rejects(async () => npmPackages.mend?.(host), /npm ci failed: npm error code EUSAGE/);
});
