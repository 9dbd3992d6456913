// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { linters } from './linters.mjs';

const LOCK = 'tools/setup/steps/linters.txt';
const PYTHON = '/clone/.local/linters/bin/python';
const TWO = 'one==1.0 \\\n    --hash=sha256:aa\n# two==9.9\ntwo-py==2.0 \\\n    --hash=sha256:bb\n';

test('finds nothing to do when every locked version is there', async () => {
  const host = fakeHost({ files: { [LOCK]: TWO }, replies: { [PYTHON]: { out: 'one==1.0 two-py==2.0\n' } } });
  assert.deepEqual(await linters.look(host), { ok: true, says: '2 packages, as locked' });
});

test('notices an older version, and that nothing is there', async () => {
  const files = { [LOCK]: TWO, '.local/linters/bin/python': '' };
  const older = fakeHost({ files, replies: { [PYTHON]: { out: 'one==1.0 two-py==1.9\n' } } });
  const found = [await linters.look(older), await linters.look(fakeHost({ files: { [LOCK]: TWO } }))];
  assert.deepEqual(
    found.map((finding) => (finding.ok ? '' : finding.lacks)),
    ['Not as locked.', 'Not installed yet.'],
  );
});

test('installs exactly what is locked, into an environment made anew', async () => {
  const host = fakeHost({
    files: { [LOCK]: TWO, '.local/linters/old': '' },
    replies: { python3: { out: '/usr/bin/python3\n3.12.4\nTrue\n' }, '/usr/bin/python3': {}, [PYTHON]: {} },
  });
  await linters.mend?.(host);
  assert.equal(host.exists('.local/linters'), false);
  assert.deepEqual(host.ran.slice(-2), [
    '/usr/bin/python3 -m venv /clone/.local/linters',
    `${PYTHON} -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r /clone/${LOCK}`,
  ]);
});

test('has a hash for every package that it locks', () => {
  const lock = readFileSync(new URL('linters.txt', import.meta.url), 'utf8');
  const packages = lock.split(/\n(?=[\w-]+==)/).slice(1);
  assert.ok(packages.length > 2);
  for (const text of packages) assert.match(text, /==[\d.]+ \\\n {4}--hash=sha256:[0-9a-f]{64}/);
});
