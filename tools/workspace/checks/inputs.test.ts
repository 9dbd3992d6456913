import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProjectGraphAsync, type ProjectGraph, type TargetConfiguration } from '@nx/devkit';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from './scratch.ts';

/** What turns the app's sources into files: everything that apps/web/vite.config.ts loads, and what its plugins read. */
const buildTools = ['@tailwindcss/vite', '@vitejs/plugin-react', 'tailwindcss', 'vite'];

let graph: ProjectGraph;
let build: TargetConfiguration;

beforeAll(async () => {
  graph = await createProjectGraphAsync();
  build = graph.nodes['web']?.data.targets?.['build'] ?? {};
}, 60_000);

/** The libraries that end up in the web app, however far away. */
function libraries(project = 'web', seen = new Set<string>()): string[] {
  for (const { target } of graph.dependencies[project] ?? []) {
    if (graph.nodes[target]?.data.tags?.includes('type:lib') && !seen.has(target)) {
      seen.add(target);
      libraries(target, seen);
    }
  }
  return [...seen].sort();
}

/** What a package.json says is needed at run time, without this workspace's own packages. */
function dependenciesOf(project: string): string[] {
  const path = join(workspaceRoot, graph.nodes[project]?.data.root ?? '', 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as { dependencies?: object };
  return Object.keys(dependencies).filter((name) => !name.startsWith('@app/'));
}

// `^production` would do without a list, but it hashes every package that the tests of a project use: a new testing library
// would make the app anew, then the image, and every end-to-end verdict. So the list is written down, and held here.
describe('the inputs of web:build', () => {
  it('name every library that the app is made of', () => {
    const named = build.inputs?.flatMap((input) =>
      typeof input === 'object' && 'projects' in input ? input.projects : [],
    );
    expect(named?.sort()).toEqual(libraries());
  });

  it('name every package that the app is made of or with, and none that only tests use', () => {
    const named = build.inputs?.flatMap((input) =>
      typeof input === 'object' && 'externalDependencies' in input ? input.externalDependencies : [],
    );
    const needed = new Set([...['web', ...libraries()].flatMap(dependenciesOf), ...buildTools]);
    expect(named?.sort()).toEqual([...needed].sort());
  });

  it('may leave the generated types out, since nothing of them is left when the app is built', () => {
    const types = readFileSync(join(workspaceRoot, 'libs/api-types/src/schema.gen.ts'), 'utf8');
    const { outputText } = transpileModule(types, {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022, removeComments: true },
    });
    expect(outputText.trim()).toBe('export {};');
  });
});
