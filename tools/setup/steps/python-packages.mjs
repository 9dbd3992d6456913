// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { POETRY } from './poetry.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const PROJECT = 'apps/api';
const STAMP = `${PROJECT}/.venv/.locked`;

/** @type {Step} */
export const pythonPackages = {
  name: 'Python packages',
  async look(host) {
    // The stamp lies inside what it is about: without the environment there is no stamp.
    const isLocked = host.read(STAMP) === lockHash(host);
    const runs =
      isLocked && (await host.run(join(host.root, PROJECT, '.venv/bin/python'), ['-c', 'import django'])).code === 0;
    if (runs) return { ok: true, says: 'as locked' };
    const lacks = host.exists(STAMP) ? 'Not as locked.' : 'Not installed yet.';
    return { ok: false, lacks, way: `Delete ${PROJECT}/.venv and start again.` };
  },
  async mend(host) {
    if ((await host.run(join(host.root, PROJECT, '.venv/bin/python'), ['-c', ''])).code !== 0) {
      // An environment whose interpreter has gone can't be repaired from within.
      host.remove(`${PROJECT}/.venv`);
    }
    const ran = await host.show(join(host.root, POETRY, 'bin/poetry'), ['sync', '--no-interaction', '--no-ansi'], {
      cwd: join(host.root, PROJECT),
      env: {
        POETRY_VIRTUALENVS_CREATE: 'true',
        POETRY_VIRTUALENVS_IN_PROJECT: 'true',
        POETRY_VIRTUALENVS_USE_POETRY_PYTHON: 'true',
        // Without a desktop a keyring waits for ever; every package here is public.
        POETRY_KEYRING_ENABLED: host.env['POETRY_KEYRING_ENABLED'] ?? 'false',
        // An activated environment would be filled in place of ours.
        VIRTUAL_ENV: undefined,
        CONDA_PREFIX: undefined,
      },
    });
    if (ran.code !== 0)
      throw new Trouble(`poetry sync failed: ${lastLine(ran)}`, `Read its output above; its folder is ${PROJECT}.`);
    host.write(STAMP, lockHash(host));
  },
};

/** @param {ReadHost} host */
function lockHash(host) {
  const files = ['poetry.lock', 'pyproject.toml'].map((name) => host.read(`${PROJECT}/${name}`) ?? '');
  return createHash('sha256').update(files.join('\0')).digest('hex');
}
