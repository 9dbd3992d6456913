// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { findPython, python, pythonVersion } from './python.mjs';

/** @param {string} path @param {string} version */
const complete = (path, version) => ({ out: `${path}\n${version}\nTrue\n` });
/** @param {string} path @param {string} version */
const withoutVenv = (path, version) => ({ out: `${path}\n${version}\nFalse\n` });

test('takes the default Python when it is new enough', async () => {
  const host = fakeHost({ replies: { python3: complete('/usr/bin/python3', '3.12.4') } });
  assert.deepEqual(await python.look(host), { ok: true, says: '3.12.4 (/usr/bin/python3)' });
});

test('passes over a shim that fails and over one that is too old', async () => {
  const host = fakeHost({
    replies: {
      python3: complete('/usr/bin/python3', '3.9.2'),
      'python3.14': { code: 127, err: 'pyenv: python3.14: command not found' },
      'python3.12': complete('/opt/python3.12', '3.12.1'),
    },
  });
  assert.equal((await findPython(host))?.path, '/opt/python3.12');
});

test('prefers a Python that can make virtual environments', async () => {
  const host = fakeHost({
    replies: {
      python3: withoutVenv('/usr/bin/python3', '3.11.2'),
      'python3.13': complete('/opt/python3.13', '3.13.0'),
    },
  });
  assert.equal((await findPython(host))?.path, '/opt/python3.13');
});

test('installs the venv package of the very version that lacks it', async () => {
  const host = fakeHost({
    files: { '/usr/bin/apt-get': '' },
    replies: { python3: withoutVenv('/usr/bin/python3', '3.11.2'), env: {} },
  });
  const found = await python.look(host);
  assert.deepEqual(found.ok ? '' : found.lacks, 'Python 3.11.2 has no venv module.');
  await python.mend?.(host);
  assert.match(host.ran.at(-1) ?? '', /install --no-install-recommends python3\.11-venv$/);
});

test('says which Python to install when none is new enough', async () => {
  const host = fakeHost({ replies: { python3: complete('/usr/bin/python3', '3.10.1') } });
  assert.deepEqual(await python.look(host), {
    ok: false,
    lacks: 'No Python 3.11 or newer runs here.',
    way: 'Install Python 3.11 or newer.',
    command: null,
  });
});

test('names the version that the environment has, and without one that it would be made with', async () => {
  const replies = { python3: complete('/usr/bin/python3', '3.12.4') };
  const made = 'home = /usr/bin\nversion = 3.11.7\nexecutable = /usr/bin/python3.11\n';
  const host = fakeHost({ replies, files: { 'apps/api/.venv/pyvenv.cfg': made } });
  assert.equal(await pythonVersion(host), '3.11');
  assert.equal(await pythonVersion(fakeHost({ replies })), '3.12');
  assert.equal(await pythonVersion(fakeHost()), undefined);
});
