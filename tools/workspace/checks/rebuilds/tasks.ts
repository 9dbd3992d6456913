import { basename, dirname } from 'node:path';
import { Repository } from '../docs/repository.ts';
import { workspaceRoot } from '../scratch.ts';

/** Names for tasks that go together. A `*` stands for any text. */

/** Task ids, or lists of them that have a name. */
export type Tasks = readonly (string | readonly string[])[];

/** ESLint, the compiler and the tests of a TypeScript project. */
export const source = (project: string): string[] => [`${project}:lint`, ...compiled(project)];

/** The compiler and the tests, where ESLint has nothing to do with it. */
export const compiled = (project: string): string[] => [`${project}:typecheck`, `${project}:test`];

/** Prettier looks at every file that it can format, as one task. */
export const prettier = ['workspace:format-check'];

/** Verdicts on the running images. */
export const verdicts = ['e2e:bad-stacks', 'e2e:e2e', 'e2e:e2e-ci--*/*'];

/** The suite itself: a verdict on a deployment that this tree has not built is another one too. */
export const suite = [...verdicts, 'e2e:proxy-contract'];

/** Nx's own: it hashes the packages that its programs are made of. */
export const mergeReports = ['e2e:e2e-ci--merge-reports'];

/** The paths in development: Vite's and Django's own servers. */
export const development = ['e2e:routing-dev'];

export const webImage = ['web:docker-build', ...verdicts];
export const apiImage = ['api:docker-build', ...verdicts];
/** Tests on the image's Python, from everything that lies in apps/api. */
export const imageTests = ['api:docker-test'];

/** The app as files. What it comes out as decides whether the image is another. */
export const app = ['web:build', ...development];

/** What reads every Python file. */
export const ruff = ['api:ruff', 'api:format-check'];
/** What reads the packages `config` and `app`, their tests included. */
export const packages = [...ruff, 'api:import-lint', 'api:test', 'api:typecheck', ...imageTests];
/** What runs the product's own code, or asks it something. */
export const product = [
  ...packages,
  'api:deploy-check',
  'api:migrations-check',
  'api:openapi',
  'api-types:generate-check',
  ...development,
  ...apiImage,
];
/** The OpenAPI document has changed, and with it the types of everything that calls the API. */
export const types = ['api-types:generate', 'api-types:typecheck', 'api-client:typecheck', 'web:typecheck'];

/** Linters that Python's package index has, in one environment. */
export const linters = ['*:hadolint', 'nginx:gixy', '*:shellcheck', 'workspace:zizmor'];

/** The projects whose folders have a file of this name. A product's own, and generated ones, are among them. */
function projectsWith(name: RegExp): string[] {
  const folders = new Repository(workspaceRoot).files.filter((path) => name.test(basename(path))).map(dirname);
  return [...new Set(folders.map((folder) => basename(folder)))].filter((project) => project !== '.');
}

/** `api:lint` is a name for others. */
export const eslint = projectsWith(/^(?:package|project)\.json$/)
  .filter((project) => project !== 'api')
  .map((project) => `${project}:lint`);

/** The projects that are tested with Vitest. */
export const vitest = projectsWith(/^vite(?:st)?\.config\.ts$/);

/** Nx itself hashes a few files of the root into every task. */
export const everything = ['*'];

/** What reads the whole tree, and so is made anew by everything. */
export const always = [
  ...['workspace:e2e', 'workspace:fresh-clone', 'workspace:reproducible', 'workspace:postgres'],
  ...['starter:test', 'workspace:products', 'workspace:guides'],
];

/**
 * The tasks that a list of names stands for.
 *
 * @param names task ids, with `*` for any text
 * @param tasks every task of the workspace
 * @throws Error when a name stands for nothing: the table would otherwise prove nothing
 */
export function named(names: Tasks, tasks: readonly string[]): string[] {
  const found = names.flat().flatMap((name) => {
    const matching = tasks.filter((task) => matches(name, task));
    if (matching.length === 0) throw new Error(`There is no task ${name}.`);
    return matching;
  });
  return [...new Set(found)].sort();
}

/** Tasks for a person to read: the many parts of the suite as one. */
export function brief(tasks: readonly string[]): string[] {
  return [...new Set(tasks.map((task) => task.replace(/^e2e:e2e-ci--.*\/.*/, 'e2e:e2e-ci--*/*')))];
}

function matches(name: string, task: string): boolean {
  const parts = name.split('*').map((text) => text.replaceAll('.', '[.]'));
  return new RegExp(`^${parts.join('.*')}$`).test(task);
}
