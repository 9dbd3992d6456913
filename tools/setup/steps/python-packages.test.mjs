// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { poetry } from './poetry.mjs';
import { pythonPackages } from './python-packages.mjs';

const PYTHON = '/clone/apps/api/.venv/bin/python';
const POETRY_PYTHON = '/clone/.local/poetry/bin/python';
const POETRY = '/clone/.local/poetry/bin/poetry';
const LOCK = { 'apps/api/poetry.lock': 'lock', 'apps/api/pyproject.toml': 'project' };

/** A clone with the environment made by the step itself. */
async function madeClone() {
  const host = fakeHost({
    files: { ...LOCK },
    replies: { [PYTHON]: {}, [POETRY]: {} },
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

test('gives every application that has a lock an environment of its own', async () => {
  const other = { 'apps/reports/poetry.lock': 'another lock', 'apps/reports/pyproject.toml': 'another' };
  const replies = { [PYTHON]: {}, [POETRY]: {}, '/clone/apps/reports/.venv/bin/python': {} };
  const host = fakeHost({ files: { ...(await madeClone()).files, ...other, 'apps/web/package.json': '' }, replies });
  assert.equal((await pythonPackages.look(host)).ok, false);
  await pythonPackages.mend?.(host);
  assert.deepEqual(await pythonPackages.look(host), { ok: true, says: 'as locked' });
  const installs = host.ran.filter((line) => line.includes('pip install'));
  assert.deepEqual(
    installs.map((line) => line.split(' ')[0]),
    ['/clone/apps/reports/.venv/bin/python'],
  );
});

test('notices an environment that is gone or whose interpreter is gone', async () => {
  const host = await madeClone();
  const { files } = host;
  assert.equal((await pythonPackages.look(fakeHost({ files }))).ok, false);
  host.remove('apps/api/.venv');
  assert.equal((await pythonPackages.look(host)).ok, false);
});

test('makes an environment anew whose interpreter is gone, since it cannot be repaired', async () => {
  let isMade = false;
  const host = fakeHost({
    files: { ...LOCK },
    replies: {
      [POETRY]: {},
      [PYTHON]: () => (isMade ? {} : { code: 127 }),
      python3: { out: '/usr/bin/python3\n3.12.0\nTrue\n' },
      '/usr/bin/python3 -m venv --clear /clone/apps/api/.venv': () => ((isMade = true), {}),
    },
  });
  await pythonPackages.mend?.(host);
  assert.equal((await pythonPackages.look(host)).ok, true);
});

test('removes what is no longer locked', async () => {
  const host = fakeHost({
    files: {
      ...LOCK,
      '/clone/.local/requirements.txt': 'Kept_One==1.0 ; python_version >= "3.11" \\\n    --hash=sha256:0\n',
    },
    replies: {
      [POETRY]: {},
      [PYTHON]: {},
      [`${PYTHON} -m pip list`]: { out: 'pip==26.0\nkept-one==1.0\nOld.Two==2.0\n' },
    },
  });
  await pythonPackages.mend?.(host);
  assert.match(host.ran.at(-1) ?? '', /pip uninstall -q -y old-two$/);
});

test('leaves no stamp when the packages cannot be fetched', async () => {
  const replies = { [POETRY]: {}, [PYTHON]: {}, [`${PYTHON} -m pip install`]: { code: 1, err: 'no space left\n' } };
  const host = fakeHost({ files: { ...LOCK }, replies });
  await assert.rejects(async () => pythonPackages.mend?.(host), /pip install failed: no space left/);
  assert.deepEqual(Object.keys(host.files), Object.keys(LOCK));
});

test('refuses a lock that does not belong to the project file', async () => {
  const err = 'Error: pyproject.toml changed significantly since poetry.lock was last generated.\n';
  const host = fakeHost({
    files: { ...LOCK },
    replies: { [PYTHON]: {}, [`${POETRY} check --lock`]: { code: 1, err } },
  });
  await assert.rejects(async () => pythonPackages.mend?.(host), { way: 'Run `poetry lock`.' });
});

test('replaces a Poetry of another version, plugin included', async () => {
  const host = fakeHost({
    files: { '.local/poetry/bin/poetry': '' },
    replies: {
      [POETRY_PYTHON]: { out: 'poetry==1.8.0 poetry-plugin-export==1.10.1\n' },
      python3: { out: '/usr/bin/python3\n3.12.0\nTrue\n' },
      '/usr/bin/python3': {},
    },
  });
  const found = await poetry.look(host);
  assert.equal(found.ok ? '' : found.lacks, 'It is not poetry==2.5.1 with poetry-plugin-export==1.10.1.');
  await poetry.mend?.(host);
  assert.equal('.local/poetry/bin/poetry' in host.files, false);
  assert.match(host.ran.at(-1) ?? '', /-c \S+poetry-constraints\.txt poetry==2\.5\.1 poetry-plugin-export==1\.10\.1$/);
});
