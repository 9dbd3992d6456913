import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('creates random secrets once, in a folder that only the owner can enter', (context) => {
  const parent = mkdtempSync(join(tmpdir(), 'secrets-'));
  context.after(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, '.secrets');
  const readSecrets = () => ['secret_key', 'database_password'].map((name) => readFileSync(join(folder, name), 'utf8'));
  const run = () => execFileSync(process.execPath, [join(import.meta.dirname, 'secrets.ts'), folder]);

  run();
  const [key = '', password] = readSecrets();
  assert.match(key, /^[\w-]{50,}$/);
  assert.notEqual(key, password);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.equal(statSync(join(folder, 'secret_key')).mode & 0o777, 0o444);

  run();
  assert.deepEqual(readSecrets(), [key, password]);
});
