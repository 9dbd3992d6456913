// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { poetry } from './poetry.mjs';
import { pythonPackages } from './python-packages.mjs';

const PYTHON = '/clone/apps/api/.venv/bin/python';
const POETRY_PYTHON = '/clone/.tandem/poetry/bin/python';
const LOCK = { 'apps/api/poetry.lock': 'lock', 'apps/api/pyproject.toml': 'project' };

/** A clone with the environment made by the step itself. */
async function madeClone() {
  const host = fakeHost({
    files: { ...LOCK },
    replies: { [PYTHON]: {}, '/clone/.tandem/poetry/bin/poetry': {} },
  });
  await pythonPackages.mend?.(host);
  return host;
}

test('finds nothing to do after it has installed what is locked', async () => {
  assert.deepEqual(await pythonPackages.look(await madeClone()), { ok: true, says: 'as locked' });
});

test('notices a lock that moved on', async () => {
  const host = await madeClone();
  host.files['apps/api/poetry.lock'] = 'newer lock';
  assert.equal((await pythonPackages.look(host)).ok, false);
});

test('notices an environment that is gone or whose interpreter is gone', async () => {
  const host = await madeClone();
  const { files } = host;
  assert.equal((await pythonPackages.look(fakeHost({ files }))).ok, false);
  host.remove('apps/api/.venv');
  assert.equal((await pythonPackages.look(host)).ok, false);
});

test('throws an environment away whose interpreter is gone, since it cannot be repaired', async () => {
  const host = fakeHost({
    files: { ...LOCK, 'apps/api/.venv/old': '' },
    replies: { '/clone/.tandem/poetry/bin/poetry': {} },
  });
  await pythonPackages.mend?.(host);
  assert.equal('apps/api/.venv/old' in host.files, false);
});

test('fills its own environment, never one that happens to be activated', async () => {
  /** @type {NodeJS.ProcessEnv | undefined} */
  let env;
  const host = fakeHost({
    files: { ...LOCK },
    replies: { [PYTHON]: {}, '/clone/.tandem/poetry/bin/poetry': (options) => ((env = options?.env), {}) },
  });
  await pythonPackages.mend?.(host);
  assert.ok(env && 'VIRTUAL_ENV' in env && env['VIRTUAL_ENV'] === undefined);
  assert.equal(env['POETRY_VIRTUALENVS_IN_PROJECT'], 'true');
});

test('leaves no stamp when Poetry fails', async () => {
  const host = fakeHost({
    files: { ...LOCK },
    replies: { '/clone/.tandem/poetry/bin/poetry': { code: 1, err: 'no space left\n' } },
  });
  await assert.rejects(async () => pythonPackages.mend?.(host), /poetry sync failed: no space left/);
  assert.deepEqual(Object.keys(host.files), Object.keys(LOCK));
});

test('replaces a Poetry of another version', async () => {
  const host = fakeHost({
    files: { '.tandem/poetry/old': '' },
    replies: {
      [POETRY_PYTHON]: { out: '1.8.0\n' },
      python3: { out: '/usr/bin/python3\n3.12.0\nTrue\n' },
      '/usr/bin/python3': {},
    },
  });
  const found = await poetry.look(host);
  assert.equal(found.ok ? '' : found.lacks, '1.8.0 is not 2.5.1.');
  await poetry.mend?.(host);
  assert.equal('.tandem/poetry/old' in host.files, false);
  assert.match(host.ran.at(-1) ?? '', /-c \S+poetry-constraints\.txt poetry==2\.5\.1$/);
});
