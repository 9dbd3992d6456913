import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listFiles, workspaceRoot } from '../scratch.ts';

/** Task ids, in which `*` stands for any text, or named groups of them. */
export type Tasks = readonly (string | readonly string[])[];

/**
 * Tasks whose output files are inputs of other tasks, each with the task to run for it. Running `api-client:typecheck`
 * also runs the tasks before it, so one command updates the whole chain.
 */
export const PRODUCERS: Readonly<Record<string, string>> = {
  'api:openapi': 'api-client:typecheck',
  'api-types:generate': 'api-client:typecheck',
  'api-types:typecheck': 'api-client:typecheck',
  'api-client:typecheck': 'api-client:typecheck',
  'ui:typecheck': 'ui:typecheck',
  'api:collectstatic': 'api:collectstatic',
  'web:build': 'web:build',
};

/** Where those outputs are. Files that git tracks are left out. */
export const OUTPUT_FOLDERS = ['dist', ...['api-client', 'api-types', 'ui'].map((name) => `libs/${name}/out-tsc`)];

/** Tasks that read the whole tree, so every edit runs them again. */
export const WHOLE_TREE = [
  ...['e2e', 'products', 'without-mutation', 'postgres'].map((target) => `workspace:${target}`),
  'setup:bare-container',
];

/** Type check and tests of a TypeScript project. */
export const compiled = (project: string): string[] => [`${project}:typecheck`, `${project}:test`];

/** ESLint, type check and tests of a TypeScript project. */
export const source = (project: string): string[] => [`${project}:lint`, ...compiled(project)];

/** Prettier checks all files in one task. */
export const prettier = ['workspace:format-check'];

/** End-to-end tests of the images that this tree builds. */
export const verdicts = [
  'e2e:bad-stacks',
  'e2e:e2e',
  'e2e:lighthouse',
  'e2e:observability',
  'e2e:postgres',
  'e2e:production',
  'e2e:schemathesis',
  'e2e:tls',
  'stack:swarm-test',
];

/** All tasks that run the specs, including the contract against another deployment. */
export const suite = [...verdicts, 'e2e:proxy-contract'];

export const webImage = ['web:docker-build', ...verdicts];
export const apiImage = ['api:docker-build', ...verdicts];

/** The API's tests inside the image. They read everything in apps/api. */
export const imageTests = ['api:docker-test'];

/** The built web app. The image depends on its files, not on this task's hash. */
export const app = ['web:build'];

/** Ruff reads every Python file in apps/api. */
export const ruff = ['api:ruff', 'api:format-check'];

/** Tasks that read the Python packages `config` and `app` with their tests. */
export const packages = [...ruff, 'api:import-lint', 'api:test', 'api:typecheck', ...imageTests];

/** Tasks that read or run the API's own code. */
export const product = [
  ...packages,
  'api:deploy-check',
  'api:lint-migrations',
  'api:migrations-check',
  'api:openapi',
  'api-types:generate-check',
  ...apiImage,
];

/** Tasks that follow a changed OpenAPI document. */
export const generated = [
  'api-types:generate',
  'api-types:typecheck',
  compiled('api-client'),
  compiled('web'),
  app,
].flat();

/** A task of the mutation tool. No task, if the tool is deleted. */
export const mutation = (target: string): string[] =>
  existsSync(join(workspaceRoot, 'tools/mutation')) ? [`mutation:${target}`] : [];

/** Linters from the Python package index, which share one environment. */
export const linters = [
  ...['*:hadolint', 'nginx:gixy', '*:shellcheck', 'workspace:zizmor'],
  ...['stack:lint-kubernetes', 'stack:test'],
];

/** Nx hashes some files of the root into every task. */
export const everything = ['*'];

/** Names of the projects that have a file with a matching name. */
function projectsWith(name: RegExp): string[] {
  const folders = listFiles()
    .filter((path) => name.test(basename(path)) && dirname(path) !== '.')
    .map((path) => basename(dirname(path)));
  return [...new Set(folders)];
}

/** ESLint in every project. `api:lint` only groups other tasks. */
export const eslint = projectsWith(/^(?:package|project)\.json$/)
  .filter((project) => project !== 'api')
  .map((project) => `${project}:lint`);

/** Projects that use Vitest. */
export const vitest = projectsWith(/^vite(?:st)?\.config\.ts$/);

/**
 * Expands patterns to task ids.
 *
 * @param patterns task ids, with `*` for any text
 * @param tasks all tasks of the workspace
 * @throws Error when a pattern matches no task, because the row would then prove nothing
 */
export function expand(patterns: Tasks, tasks: readonly string[]): string[] {
  const matching = patterns.flat().flatMap((pattern) => {
    const expression = new RegExp(`^${pattern.replaceAll('.', '[.]').replaceAll('*', '.*')}$`);
    const found = tasks.filter((task) => expression.test(task));
    if (found.length === 0) throw new Error(`No task matches ${pattern}.`);
    return found;
  });
  return [...new Set(matching)].sort();
}
