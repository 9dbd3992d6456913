// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { POETRY } from './poetry.mjs';
import { findPython } from './python.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const FOLDER = 'apps';
const API = 'apps/api';
const REQUIREMENTS = '.local/requirements.txt';

/**
 * An application's folder, where its environment is, and what says which lock that holds. The stamp lies inside what it is
 * about: without the environment there is none.
 *
 * @typedef {{folder: string, venv: string, stamp: string}} Project
 */

/**
 * Poetry decides and pip installs, as in the image: Poetry's own installer asks an interface that mirrors of the package
 * index seldom have, and knows nothing of the mirror, certificate and proxy that pip is set up with. Every application with
 * a lock has an environment of its own.
 *
 * @type {Step}
 */
export const pythonPackages = {
  name: 'Python packages',
  async look(host) {
    const [first] = await unlike(host);
    if (first === undefined) return { ok: true, says: 'as locked' };
    const lacks = host.exists(first.stamp) ? 'Not as locked.' : 'Not installed yet.';
    return { ok: false, lacks, way: `npm run setup installs them; if it can't, delete ${first.venv} first.` };
  },
  async mend(host) {
    for (const project of await unlike(host)) await install(host, project);
  },
};

/** The applications whose environment is not as locked. @param {ReadHost} host @returns {Promise<Project[]>} */
async function unlike(host) {
  const locked = host
    .list(FOLDER)
    .map((name) => `${FOLDER}/${name}`)
    .filter((folder) => host.exists(`${folder}/poetry.lock`));
  // The API's is never done without, whatever is missing.
  const projects = [...new Set([API, ...locked])].map((folder) => ({
    folder,
    venv: `${folder}/.venv`,
    stamp: `${folder}/.venv/.locked`,
  }));
  const isLocked = await Promise.all(
    projects.map(
      async (project) =>
        host.read(project.stamp) === lockHash(host, project) && (await python(host, project, '-c', 'pass')).code === 0,
    ),
  );
  return projects.filter((_, index) => !isLocked[index]);
}

/** @param {Host} host @param {Project} project */
async function install(host, project) {
  const { folder, stamp } = project;
  const lock = lockHash(host, project);
  const environment = { cwd: join(host.root, folder), env: { POETRY_KEYRING_ENABLED: 'false' } };
  /** @param {string[]} args */
  const poetry = (...args) => host.run(join(host.root, POETRY, 'bin/poetry'), args, environment);
  const check = await poetry('check', '--lock');
  if (check.code !== 0)
    throw new Trouble(`${folder}/poetry.lock is not right: ${lastLine(check)}`, 'Run `poetry lock`.');
  const output = join(host.root, REQUIREMENTS);
  const ran = await poetry('export', '--with', 'dev', '--format', 'requirements.txt', '--output', output);
  if (ran.code !== 0) throw new Trouble(`poetry export failed: ${lastLine(ran)}`, `Delete ${POETRY} and start again.`);
  await makeVenv(host, project);
  await installExactly(host, project, output);
  host.write(stamp, lock);
}

/** An environment whose interpreter has gone can't be repaired from within. @param {Host} host @param {Project} project */
async function makeVenv(host, project) {
  if ((await python(host, project, '-m', 'pip', '--version')).code === 0) return;
  const { venv } = project;
  const found = await findPython(host);
  const made = await host.run(found?.path ?? 'python3', ['-m', 'venv', '--clear', join(host.root, venv)]);
  if (made.code !== 0) throw new Trouble(`${venv} could not be made: ${lastLine(made)}`, 'Delete it and start again.');
}

/**
 * Installs what is listed and removes what is not.
 *
 * @param {Host} host
 * @param {Project} project
 * @param {string} requirements
 */
async function installExactly(host, project, requirements) {
  const options = ['-q', '--disable-pip-version-check', '--require-hashes', '--no-deps'];
  const program = join(host.root, project.venv, 'bin/python');
  host.say(`  pip installs ${namesIn(host.read(requirements) ?? '').length} packages into ${project.venv}`);
  const ran = await host.show(program, ['-m', 'pip', 'install', ...options, '-r', requirements]);
  if (ran.code !== 0) {
    throw new Trouble(`pip install failed: ${lastLine(ran)}`, 'Check the connection to the package index.');
  }
  const listed = await python(host, project, '-m', 'pip', 'list', '--format=freeze', '--disable-pip-version-check');
  const extra = extraPackages(listed.out, host.read(requirements) ?? '');
  if (extra.length > 0) await python(host, project, '-m', 'pip', 'uninstall', '-q', '-y', ...extra);
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

/** @param {ReadHost} host @param {Project} project @param {string[]} args */
function python(host, { venv }, ...args) {
  return host.run(join(host.root, venv, 'bin/python'), args);
}

/** @param {ReadHost} host @param {Project} project */
function lockHash(host, { folder }) {
  const files = ['poetry.lock', 'pyproject.toml'].map((name) => host.read(`${folder}/${name}`) ?? '');
  return createHash('sha256').update(files.join('\0')).digest('hex');
}
