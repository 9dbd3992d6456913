// @ts-check
/**
 * Makes a product of the checkout that this file is in. Asks nothing and needs no repository: what to make is read from
 * stdin as JSON, `{"template": …, "answers": …}` (see record.mjs). `npm run init` runs it, and `npm run template:update`
 * runs those of an older and of a later version, so that its place and its input have to stay.
 */
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { FsTree, flushChanges } from 'nx/src/generators/tree.js';
import { visitNotIgnoredFiles } from '@nx/devkit';
import { initGenerator } from './generator.mjs';
import { leftovers } from './leftovers.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

try {
  const { template, answers } = JSON.parse(await text(process.stdin));
  const tree = new FsTree(root, false);
  const format = await initGenerator(tree, { ...answers, template });
  flushChanges(root, tree.listChanges());
  format();

  /** @type {string[]} */
  const files = [];
  visitNotIgnoredFiles(new FsTree(root, false), '.', (path) => void files.push(path));
  const left = leftovers(root, files);
  if (left.length > 0) throw new Error(`The template's name is left over in ${left.join(', ')}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
