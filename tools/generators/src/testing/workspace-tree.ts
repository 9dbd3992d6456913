import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { API_ROUTES, DOCUMENT, DOMAINS, HEADER, JOURNEYS, PAGES, PYPROJECT, ROUTER, SETTINGS, UI } from '../places.ts';

const root = resolve(import.meta.dirname, '../../../..');

/**
 * What the generators read and edit, as it stands in this tree; named as inputs of this project's tests too. A product's own
 * resources are in it, so that tests generate things by names that nobody gives.
 */
const FILES = [
  '.prettierignore',
  '.prettierrc',
  'apps/web/Dockerfile',
  'package.json',
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
  'tsconfig.json',
  API_ROUTES,
  DOCUMENT,
  `${DOMAINS}/accounts/models.py`,
  `${DOMAINS}/notes/models.py`,
  HEADER,
  `${JOURNEYS}/journey.ts`,
  PAGES,
  PYPROJECT,
  ROUTER,
  SETTINGS,
  `${UI}/index.ts`,
];

/** A tree with the files that the generators know, as they stand in this workspace. Nothing in it counts as changed. */
export function workspaceTree(): Tree {
  const tree = createTreeWithEmptyWorkspace({ formatter: 'none' });
  for (const file of FILES) tree.write(file, readFileSync(join(root, file), 'utf8'));
  return tree;
}

/** Every file of the tree with its text. */
export function textsOf(tree: Tree, folder = '.'): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of tree.children(folder)) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    if (tree.isFile(path)) found.set(path, tree.read(path, 'utf-8') ?? '');
    else for (const [inner, text] of textsOf(tree, path)) found.set(inner, text);
  }
  return found;
}
