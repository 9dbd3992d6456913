// @ts-check
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeSecrets } from './secrets.mjs';

/** @param {import('node:test').TestContext} context */
function emptyFolder(context) {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return join(folder, '.secrets');
}

test('makes a key that Django accepts, and another on each machine', (context) => {
  const [one, other] = [emptyFolder(context), emptyFolder(context)];
  assert.deepEqual(makeSecrets(one), ['secret_key', 'database_password']);
  makeSecrets(other);
  const key = readFileSync(join(one, 'secret_key'), 'utf8');
  assert.match(key, /^[\w-]{50,}$/);
  assert.notEqual(key, readFileSync(join(other, 'secret_key'), 'utf8'));
  assert.notEqual(key, readFileSync(join(one, 'database_password'), 'utf8'));
});

test('leaves a key alone that is there', (context) => {
  const folder = emptyFolder(context);
  makeSecrets(folder);
  const key = readFileSync(join(folder, 'secret_key'), 'utf8');
  assert.deepEqual(makeSecrets(folder), []);
  assert.equal(readFileSync(join(folder, 'secret_key'), 'utf8'), key);
});

test('lets nobody but the owner into the folder, and the container read the file', (context) => {
  const folder = emptyFolder(context);
  makeSecrets(folder);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.equal(statSync(join(folder, 'secret_key')).mode & 0o777, 0o444);
});
