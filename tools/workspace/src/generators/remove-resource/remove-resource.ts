import { spawnSync } from 'node:child_process';
import { formatFiles, type GeneratorCallback, logger, type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { readName } from '../names/name.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { ownPaths, PYPROJECT, WEB } from '../places.ts';
import { Refusal, withRefusals } from '../refusal.ts';
import { refuseWithoutPython, regenerateClient } from '../resource/finish.ts';
import { findDomain } from '../resource/targets.ts';
import { unwire } from '../resource/wiring.ts';

export interface RemoveResourceOptions {
  name: string;
  force?: boolean;
}

/** Removes a resource. When it was not changed since it was generated, the tree is as before. */
export async function removeResource(
  tree: Tree,
  { name, force = false }: RemoveResourceOptions,
): Promise<GeneratorCallback> {
  const plural = await deleteResource(tree, name);
  refuseWithoutPython(tree.root);
  if (!force) refuseUncommitted(tree.root, ownPaths(plural));
  return () => {
    regenerateClient(tree.root);
    logger.warn(`Databases keep the tables of ${plural.words}. To drop them, see docs/generators.md.`);
  };
}

/** Deletes the files and their wiring. The API client needs a second step, when the changes are on disk. */
export async function deleteResource(tree: Tree, written: string): Promise<Spellings> {
  const name = spell(readName('name', written));
  const found = findDomain(tree, name.pascal);
  if (found === undefined || !tree.exists(`${WEB}/features/${spell(found.domain).kebab}`)) {
    throw new Refusal(`There is no resource "${name.kebab}". Check the name, in the singular.`);
  }
  const plural = spell(found.domain);
  const edges = tree
    .read(PYPROJECT, 'utf-8')
    ?.matchAll(new RegExp(`"app\\.${plural.snake}\\.\\*\\* -> app\\.(\\w+)\\.`, 'g'));
  unwire(tree, { name, plural, refersTo: [...(edges ?? [])].map(([, domain]) => domain ?? '') });
  for (const path of ownPaths(plural)) tree.delete(path);
  await formatFiles(tree);
  refuseReferences(tree, name, plural);
  return plural;
}

/** Edits that are not committed would be lost. New files as a whole are accepted: the resource was just generated. */
function refuseUncommitted(root: string, paths: string[]): void {
  const { stdout } = spawnSync('git', ['status', '--porcelain', '--', ...paths], { cwd: root, encoding: 'utf8' });
  const isNew = (line: string) => line.startsWith('A ') || paths.includes(line.slice(3).replace(/\/$/, ''));
  const changed = stdout.split('\n').filter((line) => line !== '' && !isNew(line));
  if (changed.length === 0) return;
  throw new Refusal(`These changes are not committed. Commit them, or add --force.\n${changed.join('\n')}`);
}

/** Code that uses the resource would break. */
function refuseReferences(tree: Tree, name: Spellings, plural: Spellings): void {
  const { snake, kebab } = plural;
  const uses = new RegExp(
    [
      `app\\.${snake}`,
      `"${snake}\\.${name.pascal}"`,
      `/api/${kebab}`,
      `features/${kebab}/`,
      `fake-${kebab}`,
      `['"\`]\\.?/${kebab}`,
    ]
      .map((use) => `${use}(?![\\w-])`)
      .join('|'),
  );
  const found: string[] = [];
  visitNotIgnoredFiles(tree, 'apps', (path) => {
    if (!/\.(?:py|ts|tsx|toml)$/.test(path)) return;
    const lines = (tree.read(path, 'utf-8') ?? '').split('\n');
    const index = lines.findIndex((line) => uses.test(line));
    if (index !== -1) found.push(`  ${path}:${String(index + 1)}: ${(lines[index] ?? '').trim()}`);
  });
  if (found.length === 0) return;
  throw new Refusal(`Other code uses "${name.kebab}". Remove these references first.\n${found.join('\n')}`);
}

export default withRefusals(removeResource);
