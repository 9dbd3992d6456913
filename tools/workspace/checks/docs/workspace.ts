import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import type { Workspace } from './commands.ts';
import { Repository } from './repository.ts';

/**
 * Reads what can be run in this workspace from its manifest, its graph and its collections of generators.
 *
 * @param root the workspace's
 */
export async function readWorkspace(root: string): Promise<Workspace> {
  const graph = await createProjectGraphAsync();
  const namesIn = (path: string, key: 'scripts' | 'generators') =>
    Object.keys((JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<typeof key, object>)[key]);
  const collections = new Repository(root).files.filter((path) => path.endsWith('/generators.json'));
  return {
    scripts: namesIn('package.json', 'scripts'),
    targets: Object.fromEntries(
      Object.values(graph.nodes).map(({ name, data }) => [name, Object.keys(data.targets ?? {})]),
    ),
    generators: collections.flatMap((path) => namesIn(path, 'generators')),
  };
}
