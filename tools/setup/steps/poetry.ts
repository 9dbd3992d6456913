import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine, root, run, UserError, type Log } from '../shell.ts';
import type { Step } from '../step.ts';
import { findPython } from './python.ts';

const POETRY_VERSION = '2.5.1';
/** Poetry has an environment of its own, so that its dependencies cannot conflict with the application's. */
const VENV = join(root, '.local/poetry');
const PINNED = [`poetry==${POETRY_VERSION}`, 'poetry-plugin-export==1.10.1'];
const CONSTRAINTS = 'tools/setup/steps/poetry-constraints.txt';
/** Reads the versions from the packages' metadata, which is ten times faster than starting Poetry. */
const PROBE =
  'import importlib.metadata as m; print(*(f"{n}=={m.version(n)}" for n in ("poetry", "poetry-plugin-export")))';

export const poetry: Step = {
  id: 'poetry',
  title: 'Poetry',
  async check() {
    const { stdout } = await run(join(VENV, 'bin/python'), ['-c', PROBE]);
    if (stdout.trim() === PINNED.join(' ')) return { ok: true, message: POETRY_VERSION };
    return { ok: false, message: `Poetry ${POETRY_VERSION} is not installed in .local/poetry.` };
  },
  async fix(log) {
    rmSync(VENV, { recursive: true, force: true });
    await createVenv(VENV);
    await pipInstall(VENV, ['-c', CONSTRAINTS, ...PINNED], log);
  },
};

/** Runs Poetry in the folder of a project. */
export function runPoetry(folder: string, args: string[]): ReturnType<typeof run> {
  // The environments are created here, and no command needs a keyring, which may hang without a desktop session.
  const env = { POETRY_VIRTUALENVS_CREATE: 'false', POETRY_KEYRING_ENABLED: 'false' };
  return run(join(VENV, 'bin/poetry'), args, { cwd: join(root, folder), env });
}

export async function createVenv(venv: string): Promise<void> {
  const python = await findPython();
  if (!python) throw new UserError('Python is not installed. Run `npm run setup`.');
  const result = await run(python.path, ['-m', 'venv', '--clear', venv]);
  if (!result.ok) throw new UserError(`${venv} could not be created: ${lastLine(result)}`);
}

export async function pipInstall(venv: string, args: string[], log: Log): Promise<void> {
  // --no-user: a machine may install for the user by default, which an environment does not allow.
  const options = ['-q', '--disable-pip-version-check', '--no-input', '--no-user'];
  const result = await run(join(venv, 'bin/python'), ['-m', 'pip', 'install', ...options, ...args], { log });
  if (!result.ok) {
    throw new UserError(`pip install failed: ${lastLine(result)} Check the connection to the package index.`);
  }
}
