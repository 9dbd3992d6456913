import { createProjectGraphAsync, type ProjectGraph } from '@nx/devkit';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from './scratch.ts';

/** Allowed tags of each dimension. A new tag also needs a rule in eslint.config.ts. */
const DIMENSIONS: Record<string, readonly string[]> = {
  type: ['app', 'config', 'e2e', 'lib', 'tool'],
  scope: ['api', 'ops', 'shared', 'web'],
};

/** Dependencies that no import shows: Python sources, images, and configuration that is copied or mounted. */
const OTHER_EDGES: [from: string, to: string, because: string][] = [
  ['api-types', 'api', 'the client is generated from the OpenAPI document that Django exports'],
  ['web', 'nginx', 'the web image contains the Nginx configuration'],
  ['web', 'api', "the web image contains Django's static files"],
  ['stack', 'web', 'the stack runs the web image'],
  ['stack', 'api', 'the stack runs the API image'],
  ['e2e', 'stack', 'the suite starts the compose file of the stack'],
];

/** Targets whose result is an image, a running stack or a database, which Nx cannot restore from its cache. */
const UNCACHED = [
  ...[
    'docker-build',
    'docker-test',
    'e2e',
    'bad-stacks',
    'lighthouse',
    'observability',
    'production',
    'proxy-contract',
    'schemathesis',
  ],
  ...['tls', 'mutate', 'preflight', 'swarm-test', 'up', 'down', 'logs', 'backup', 'restore'],
  ...['database', 'migrate', 'seed', 'shell', 'db-shell', 'postgres', 'bench', 'bench-quick'],
];

let graph: ProjectGraph;

beforeAll(async () => {
  graph = await createProjectGraphAsync();
}, 60_000);

/** All projects that `project` depends on, directly or not. */
function dependenciesOf(project: string, found = new Set<string>()): Set<string> {
  for (const { target } of graph.dependencies[project] ?? []) {
    if (target in graph.nodes && !found.has(target)) {
      found.add(target);
      dependenciesOf(target, found);
    }
  }
  return found;
}

describe('the project graph', () => {
  it('gives every project exactly one known tag of each dimension', () => {
    const wrong = Object.values(graph.nodes).filter(({ data }) =>
      Object.entries(DIMENSIONS).some(([dimension, values]) => {
        const tags = (data.tags ?? []).filter((tag) => tag.startsWith(`${dimension}:`));
        return tags.length !== 1 || !values.includes(tags[0]?.slice(dimension.length + 1) ?? '');
      }),
    );
    expect(wrong.map(({ name, data }) => ({ name, tags: data.tags }))).toEqual([]);
  });

  it('names every project after its folder', () => {
    const wrong = Object.values(graph.nodes).filter(({ name, data }) => data.root.split('/').at(-1) !== name);
    expect(wrong.map(({ name, data }) => ({ name, root: data.root }))).toEqual([]);
  });

  it.each(OTHER_EDGES)('shows that %s depends on %s, because %s', (from, to) => {
    expect([...dependenciesOf(from)]).toContain(to);
  });

  it('has no cycles', () => {
    const cycles = Object.keys(graph.nodes).filter((project) => dependenciesOf(project).has(project));
    expect(cycles).toEqual([]);
  });

  it('lets no project depend on the mutation tool, which can be deleted', () => {
    const dependents = Object.keys(graph.nodes).filter((project) => dependenciesOf(project).has('mutation'));
    expect(dependents).toEqual([]);
  });

  it('caches no task whose result is outside the work tree', () => {
    const cached = Object.values(graph.nodes).flatMap(({ name, data }) =>
      Object.entries(data.targets ?? {})
        .filter(([target, { cache }]) => UNCACHED.includes(target) && cache === true)
        .map(([target]) => `${name}:${target}`),
    );
    expect(cached).toEqual([]);
  });
});

describe('the import rules', () => {
  it.each([
    ['another feature', 'apps/web/src/features/system/components/x.tsx', "export * from '../../auth/queries';"],
    ['another feature, on demand', 'apps/web/src/features/system/x.tsx', "export const page = import('../auth/page');"],
    ['the app', 'apps/web/src/features/system/routes/x.tsx', "export { router } from '../../../app/router';"],
    ['a web library from a shared library', 'libs/api-client/src/x.ts', "export * from '@app/ui';"],
    ['a file without its extension', 'tools/workspace/checks/x.ts', "export * from './scratch';"],
  ])(
    'reject an import of %s',
    async (_kind, filePath, code) => {
      const [result] = await new ESLint({ cwd: workspaceRoot }).lintText(`${code}\n`, { filePath });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([
        expect.stringMatching(/enforce-module-boundaries|no-restricted-(?:imports|syntax)/),
      ]);
    },
    60_000,
  );
});
