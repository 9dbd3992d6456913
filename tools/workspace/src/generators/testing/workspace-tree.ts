import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { API_ROUTES, DOCUMENT, DOMAINS, HEADER, HOME, PAGES, PYPROJECT, ROUTER, SETTINGS, UI } from '../places.ts';

const root = resolve(import.meta.dirname, '../../../../..');

/** The files that the generators read or edit. They are inputs of this project's test target, too. */
const FILES = [
  '.prettierignore',
  '.prettierrc',
  API_ROUTES,
  DOCUMENT,
  `${DOMAINS}/accounts/models.py`,
  HEADER,
  HOME,
  PAGES,
  PYPROJECT,
  ROUTER,
  SETTINGS,
  `${UI}/index.ts`,
];

/**
 * A virtual tree with the files of this workspace that the generators know. A product's resources are among them, so tests
 * use names that no product has.
 */
export function workspaceTree(): Tree {
  const tree = createTreeWithEmptyWorkspace({ formatter: 'none' });
  // formatFiles would change the files that Nx puts into it.
  for (const file of tree.children('.')) tree.delete(file);
  for (const file of FILES) tree.write(file, readFileSync(join(root, file), 'utf8'));
  return tree;
}

/** Every file of the tree with its text. */
export function textsOf(tree: Tree, folder = '.'): Map<string, string> {
  const texts = new Map<string, string>();
  for (const name of tree.children(folder)) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    if (tree.isFile(path)) texts.set(path, tree.read(path, 'utf-8') ?? '');
    else for (const [inner, text] of textsOf(tree, path)) texts.set(inner, text);
  }
  return texts;
}
