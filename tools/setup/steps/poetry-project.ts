import { createHash } from 'node:crypto';
import { globSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lastLine, read, root, run, UserError, type Log } from '../shell.ts';
import type { Step } from '../step.ts';
import { createVenv, pipInstall, runPoetry } from './poetry.ts';

interface Project {
  /** Has pyproject.toml and poetry.lock. */
  folder: string;
  venv: string;
}

/** The Python applications; each has its own environment. */
export const pythonPackages = poetryStep('python-packages', 'Python packages', () =>
  globSync('apps/*/poetry.lock', { cwd: root }).map((lock) => ({
    folder: dirname(lock),
    venv: join(dirname(lock), '.venv'),
  })),
);

/** Linters that are published on PyPI: for Nginx, Dockerfiles, shell scripts, workflows and Kubernetes manifests. */
export const linters = poetryStep('linters', 'Linters', () => [
  { folder: 'tools/setup/linters', venv: '.local/linters' },
]);

/** Only stack:checkov needs it. */
export const checkov = poetryStep('checkov', 'checkov', () => [
  { folder: 'tools/setup/checkov', venv: '.local/checkov' },
]);

/** Only e2e:schemathesis needs it. */
export const schemathesis = poetryStep('schemathesis', 'Schemathesis', () => [
  { folder: 'tools/setup/schemathesis', venv: '.local/schemathesis' },
]);

/**
 * Keeps virtual environments as locked. Poetry exports the lock file and pip installs it, as in the images. Poetry's own
 * installer needs an API that many package mirrors lack, and ignores pip's settings for mirror, proxy and certificates.
 */
function poetryStep(id: string, title: string, projects: () => Project[]): Step {
  const findOutdated = async (): Promise<Project[]> => {
    const checks = projects().map(async (project) => ((await isInstalled(project)) ? [] : [project]));
    return (await Promise.all(checks)).flat();
  };
  return {
    id,
    title,
    async check() {
      const [first] = await findOutdated();
      if (first === undefined) return { ok: true, message: 'as locked' };
      return { ok: false, message: `The packages in ${first.venv} are not as in ${first.folder}/poetry.lock.` };
    },
    async fix(log) {
      for (const project of await findOutdated()) await install(project, log);
    },
  };
}

async function isInstalled(project: Project): Promise<boolean> {
  if (read(stampOf(project)) !== lockHash(project)) return false;
  // The interpreter of an environment disappears when Python is updated.
  return (await python(project, ['-c', 'pass'])).ok;
}

async function install(project: Project, log: Log): Promise<void> {
  const { folder, venv } = project;
  const hash = lockHash(project);
  const check = await runPoetry(folder, ['check', '--lock']);
  if (!check.ok) {
    throw new UserError(`${folder}/poetry.lock is not valid: ${lastLine(check)} Run \`poetry lock\` in ${folder}.`);
  }
  const requirements = join(root, '.local/requirements.txt');
  const exported = await runPoetry(folder, ['export', '--all-groups', '--output', requirements]);
  if (!exported.ok) throw new UserError(`poetry export failed: ${lastLine(exported)} Delete .local/poetry and retry.`);
  if (!(await python(project, ['-m', 'pip', '--version'])).ok) await createVenv(join(root, venv));
  log(`pip installs the packages of ${folder}`);
  await pipInstall(join(root, venv), ['--require-hashes', '--no-deps', '-r', requirements], log);
  await uninstallExtraPackages(project, packageNames(read(requirements) ?? ''));
  writeFileSync(join(root, stampOf(project)), hash);
}

async function uninstallExtraPackages(project: Project, required: string[]): Promise<void> {
  const { stdout } = await python(project, ['-m', 'pip', 'list', '--format=freeze', '--disable-pip-version-check']);
  const extra = packageNames(stdout).filter((name) => name !== 'pip' && !required.includes(name));
  if (extra.length > 0) await python(project, ['-m', 'pip', 'uninstall', '-q', '-y', ...extra]);
}

/** @see {@link https://packaging.python.org/en/latest/specifications/name-normalization/} */
function packageNames(requirements: string): string[] {
  const lines = requirements.matchAll(/^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==/gm);
  return [...lines].map(([, name = '']) => name.replace(/[-_.]+/g, '-').toLowerCase());
}

function python({ venv }: Project, args: string[]): ReturnType<typeof run> {
  return run(join(root, venv, 'bin/python'), args);
}

/** Holds the hash of the installed lock file. It is inside the environment, so that both are deleted together. */
function stampOf({ venv }: Project): string {
  return join(venv, '.locked');
}

function lockHash({ folder }: Project): string {
  const files = ['poetry.lock', 'pyproject.toml'].map((name) => read(join(folder, name)) ?? '');
  return createHash('sha256').update(files.join('\0')).digest('hex');
}
