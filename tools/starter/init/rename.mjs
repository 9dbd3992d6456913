// @ts-check
import { visitNotIgnoredFiles } from '@nx/devkit';
import { respell, respellPath } from './spellings.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Spellings } from './spellings.mjs' */

/**
 * Gives every file its product's name, inside and out. Bytes that are no text stay as they are: read as Latin-1, every
 * byte is a character of its own.
 *
 * @param {Tree} tree
 * @param {Spellings} spellings
 */
export function rename(tree, spellings) {
  const inBytes = Object.fromEntries(
    Object.entries(spellings).map(([key, text]) => [key, Buffer.from(text).toString('latin1')]),
  );
  /** @type {string[]} */
  const paths = [];
  visitNotIgnoredFiles(tree, '.', (path) => void paths.push(path));
  for (const path of paths) {
    const before = (tree.read(path) ?? Buffer.alloc(0)).toString('latin1');
    const after = respell(path, before, /** @type {Spellings} */ (inBytes));
    if (after !== before) tree.write(path, Buffer.from(after, 'latin1'));
    const target = respellPath(path, spellings);
    if (target !== path) tree.rename(path, target);
  }
}
