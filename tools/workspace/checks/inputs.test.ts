import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProjectGraphAsync, type ProjectGraph, type TargetConfiguration } from '@nx/devkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from './scratch.ts';

/** Packages that apps/web/vite.config.ts loads, and packages that these read the app's sources with. */
const BUILD_TOOLS = ['@tailwindcss/vite', '@vitejs/plugin-react', 'tailwindcss', 'vite'];

let graph: ProjectGraph;
let build: TargetConfiguration;

beforeAll(async () => {
  graph = await createProjectGraphAsync();
  build = graph.nodes['web']?.data.targets?.['build'] ?? {};
}, 60_000);

/** The libraries that the web app depends on, directly or not. */
function libraries(project = 'web', found = new Set<string>()): string[] {
  for (const { target } of graph.dependencies[project] ?? []) {
    if (graph.nodes[target]?.data.tags?.includes('type:lib') && !found.has(target)) {
      found.add(target);
      libraries(target, found);
    }
  }
  return [...found].sort();
}

/** The runtime dependencies in a project's package.json, without packages of this workspace. */
function packagesOf(project: string): string[] {
  const path = join(workspaceRoot, graph.nodes[project]?.data.root ?? '', 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as { dependencies?: object };
  return Object.keys(dependencies).filter((name) => !name.startsWith('@app/'));
}

// `^production` would need no lists, but it also hashes packages that only tests use. Updating one of those would then
// build the app, the image and run every end-to-end test again.
describe('the inputs of web:build', () => {
  it('name every library of the app', () => {
    const named = build.inputs?.flatMap((input) =>
      typeof input === 'object' && 'projects' in input ? input.projects : [],
    );
    expect(named?.sort()).toEqual(libraries());
  });

  it('name every package in the bundle and every build tool, and no package that only tests use', () => {
    const named = build.inputs?.flatMap((input) =>
      typeof input === 'object' && 'externalDependencies' in input ? input.externalDependencies : [],
    );
    const needed = new Set([...['web', ...libraries()].flatMap(packagesOf), ...BUILD_TOOLS]);
    expect(named?.sort()).toEqual([...needed].sort());
  });

  it('include the generated API client', () => {
    expect(build.inputs).toContainEqual(expect.objectContaining({ dependentTasksOutputFiles: '**/generated/**/*.ts' }));
  });
});
