import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { missingIn, type Workspace } from './docs/commands';
import { Repository } from './docs/repository';
import { readWorkspace } from './docs/workspace';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: string | Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const root = resolve(import.meta.dirname, '../../..');
const repository = new Repository(root);
const read = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'));
const inFolder = (folder: string) =>
  repository.files.filter((file) => file.startsWith(folder) && /\.ya?ml$/.test(file));

const workflows = inFolder('.github/workflows/').map((file) => ({ file, ...(read(file) as Workflow) }));
const actions = inFolder('.github/actions/').map((file) => ({ file, ...(read(file) as { runs: Job }) }));
const jobs = workflows.flatMap(({ file, on, jobs: named }) =>
  Object.entries(named).map(([name, job]) => ({ title: `${file} ${name}`, on, ...job })),
);
const steps = [
  ...jobs.flatMap(({ title, steps: all }) => all.map((step) => ({ title, ...step }))),
  ...actions.flatMap(({ file, runs }) => runs.steps.map((step) => ({ title: file, ...step }))),
];
/** Each command of each step, with where it stands. `a && b` and `a | b` are two. */
const commands = steps
  .flatMap(({ title, run = '' }) => run.split(/\n|&&|\|/).map((command) => ({ title, command: command.trim() })))
  .filter(({ command }) => command !== '');

/** Paths of the repository that a step's inputs name. */
function pathsOf({ with: inputs = {}, uses = '' }: Step): string[] {
  const named = ['node-version-file', 'python-version-file', 'files'].flatMap((key) => inputs[key] ?? []);
  const hashed = JSON.stringify(inputs).match(/hashFiles\(([^)]*)\)/g) ?? [];
  const patterns = hashed.flatMap((call) => Array.from(call.matchAll(/'([^']+)'/g), ([, path = '']) => path));
  return [...named.map(String), ...patterns, ...(uses.startsWith('./') ? [uses.slice(2)] : [])];
}

const exists = (path: string) => {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:/|$)`);
  return repository.files.some((file) => pattern.test(file));
};

/** What a step may call: this project's commands, and the programs that publish what they made. */
const PROJECT = /^(?:npm|npx nx|\.ci\/run|node) ?/;
const PLATFORM = /^(?:git|gh|cosign sign|echo|printf|sudo tee) ?/;

describe('the workflows', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await readWorkspace(repository.root);
  }, 60_000);

  it('run only scripts, tasks and files that there are', () => {
    const own = commands.filter(({ command }) => PROJECT.test(command));
    const missing = own.flatMap(({ title, command }) => {
      const reason = missingIn(workspace, command);
      const file = /^(?:node )?((?:\.ci|tools|docker|apps)\/[\w./-]+)/.exec(command)?.[1];
      return [
        ...(reason === undefined ? [] : [`${title}: ${reason}`]),
        ...(file === undefined || exists(file) ? [] : [`${title}: git has no ${file}`]),
      ];
    });
    expect(own.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  it('name only paths that there are', () => {
    const named = steps.flatMap((step) => pathsOf(step).map((path) => `${step.title}: ${path}`));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((line) => !exists(line.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('decide nothing that the project could not decide elsewhere', () => {
    const foreign = commands.filter(({ command }) => !PROJECT.test(command) && !PLATFORM.test(command));
    expect(foreign).toEqual([]);
  });

  it('check with the command that runs everywhere', () => {
    const run = (file: string) => commands.filter(({ title }) => title.startsWith(`.github/workflows/${file}`));
    expect(run('main.yml').map(({ command }) => command)).toEqual(['.ci/run']);
    expect(run('pull-request.yml').map(({ command }) => command)).toEqual(['npm test -- --affected']);
  });

  it('compare a pull request with the branch that it goes to, of which they have the history', () => {
    const [job] = jobs.filter(({ title }) => title === '.github/workflows/pull-request.yml affected');
    expect(job).toMatchObject({
      env: { NX_BASE: 'origin/${{ github.base_ref }}' },
      steps: expect.arrayContaining([
        expect.objectContaining({ with: { 'fetch-depth': 0, 'persist-credentials': false } }),
      ]),
    });
  });

  it.each(jobs)('give each job its own few rights: $title', ({ title, on, permissions = {} }) => {
    expect(workflows.map(({ permissions: all }) => all)).toEqual(workflows.map(() => ({})));
    const writes = Object.entries(permissions).flatMap(([right, value]) => (value === 'write' ? [right] : []));
    const allowed: Record<string, string[]> = {
      '.github/workflows/main.yml images': ['packages'],
      '.github/workflows/publish.yml images': ['attestations', 'id-token', 'packages'],
      '.github/workflows/publish.yml page': ['contents'],
      '.github/workflows/release.yml version': ['actions', 'contents'],
    };
    expect(writes.sort()).toEqual(allowed[title] ?? []);
    expect(JSON.stringify(on)).not.toContain('pull_request_target');
  });

  it('write caches from the main branch alone', () => {
    const writers = steps.filter(({ uses = '' }) => /^actions\/cache(?:\/save)?@/.test(uses)).map(({ title }) => title);
    expect(new Set(writers)).toEqual(new Set(['.github/workflows/main.yml test']));
    const modes = workflows.filter(({ file }) => readFileSync(join(root, file), 'utf8').includes('LAYER_CACHE_MODE'));
    expect(modes.map(({ file }) => file)).toEqual(['.github/workflows/main.yml']);
  });

  it('restore what the main branch saved', () => {
    const pathsIn = (kind: string) =>
      steps
        .filter(({ uses = '' }) => uses.startsWith(`actions/cache/${kind}@`))
        .map(({ with: inputs = {} }) => [inputs['path'], inputs['key']]);
    expect(pathsIn('save')).toEqual(pathsIn('restore'));
  });
});
