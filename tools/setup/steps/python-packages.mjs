// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { POETRY } from './poetry.mjs';
import { findPython } from './python.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const PROJECT = 'apps/api';
const VENV = `${PROJECT}/.venv`;
/** Lies inside what it is about: without the environment there is no stamp. */
const STAMP = `${VENV}/.locked`;
const REQUIREMENTS = '.tandem/requirements.txt';

/**
 * Poetry decides and pip installs, as in the image: Poetry's own installer asks an interface that mirrors of the package
 * index seldom have, and knows nothing of the mirror, certificate and proxy that pip is set up with.
 *
 * @type {Step}
 */
export const pythonPackages = {
  name: 'Python packages',
  async look(host) {
    const isLocked = host.read(STAMP) === lockHash(host);
    if (isLocked && (await python(host, '-c', 'import django')).code === 0) return { ok: true, says: 'as locked' };
    const lacks = host.exists(STAMP) ? 'Not as locked.' : 'Not installed yet.';
    return { ok: false, lacks, way: `npm run setup installs them; if it can't, delete ${VENV} first.` };
  },
  async mend(host) {
    const lock = lockHash(host);
    const environment = { cwd: join(host.root, PROJECT), env: { POETRY_KEYRING_ENABLED: 'false' } };
    /** @param {string[]} args */
    const poetry = (...args) => host.run(join(host.root, POETRY, 'bin/poetry'), args, environment);
    const check = await poetry('check', '--lock');
    if (check.code !== 0) throw new Trouble(`poetry.lock is not right: ${lastLine(check)}`, 'Run `poetry lock`.');
    const output = join(host.root, REQUIREMENTS);
    const ran = await poetry('export', '--with', 'dev', '--format', 'requirements.txt', '--output', output);
    if (ran.code !== 0)
      throw new Trouble(`poetry export failed: ${lastLine(ran)}`, `Delete ${POETRY} and start again.`);
    await makeVenv(host);
    await installExactly(host, output);
    host.write(STAMP, lock);
  },
};

/** An environment whose interpreter has gone can't be repaired from within. @param {Host} host */
async function makeVenv(host) {
  if ((await python(host, '-m', 'pip', '--version')).code === 0) return;
  const found = await findPython(host);
  const made = await host.run(found?.path ?? 'python3', ['-m', 'venv', '--clear', join(host.root, VENV)]);
  if (made.code !== 0) throw new Trouble(`${VENV} could not be made: ${lastLine(made)}`, 'Delete it and start again.');
}

/**
 * Installs what is listed and removes what is not.
 *
 * @param {Host} host
 * @param {string} requirements
 */
async function installExactly(host, requirements) {
  const options = ['-q', '--disable-pip-version-check', '--require-hashes', '--no-deps'];
  const program = join(host.root, VENV, 'bin/python');
  host.say(`  pip installs ${namesIn(host.read(requirements) ?? '').length} packages`);
  const ran = await host.show(program, ['-m', 'pip', 'install', ...options, '-r', requirements]);
  if (ran.code !== 0) {
    throw new Trouble(`pip install failed: ${lastLine(ran)}`, 'Check the connection to the package index.');
  }
  const listed = await python(host, '-m', 'pip', 'list', '--format=freeze', '--disable-pip-version-check');
  const extra = extraPackages(listed.out, host.read(requirements) ?? '');
  if (extra.length > 0) await python(host, '-m', 'pip', 'uninstall', '-q', '-y', ...extra);
}

/**
 * @param {string} installed what `pip list` prints
 * @param {string} requirements
 * @returns {string[]} names that are installed and not required, pip aside
 */
export function extraPackages(installed, requirements) {
  const required = new Set([...namesIn(requirements), 'pip']);
  return namesIn(installed).filter((name) => !required.has(name));
}

/** @param {string} text @see {@link https://packaging.python.org/en/latest/specifications/name-normalization/} */
function namesIn(text) {
  return [...text.matchAll(/^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==/gm)].map(([, name = '']) =>
    name.replace(/[-_.]+/g, '-').toLowerCase(),
  );
}

/** @param {ReadHost} host @param {string[]} args */
function python(host, ...args) {
  return host.run(join(host.root, VENV, 'bin/python'), args);
}

/** @param {ReadHost} host */
function lockHash(host) {
  const files = ['poetry.lock', 'pyproject.toml'].map((name) => host.read(`${PROJECT}/${name}`) ?? '');
  return createHash('sha256').update(files.join('\0')).digest('hex');
}
