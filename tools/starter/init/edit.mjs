// @ts-check

/** @import { Tree } from '@nx/devkit' */

/**
 * Replaces text in a file.
 *
 * @param {Tree} tree
 * @param {string} path
 * @param {string | RegExp} from must stand there, and if it is a string, once
 * @param {string} to may name groups of the expression, like `$1`
 * @throws {Error} when the file is no longer as this expects it: whoever changed it has to adapt the edit
 */
export function edit(tree, path, from, to) {
  const before = textOf(tree, path);
  const isThere = typeof from === 'string' ? before.split(from).length === 2 : new RegExp(from).test(before);
  if (!isThere) throw new Error(`${path} does not hold ${String(from)} (once): tools/starter/init has to follow it.`);
  tree.write(path, typeof from === 'string' ? before.replace(from, () => to) : before.replace(from, to));
}

/**
 * @param {Tree} tree
 * @param {string} path
 * @returns {string}
 * @throws {Error} when there is no such file
 */
export function textOf(tree, path) {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new Error(`There is no ${path}: tools/starter/init has to follow.`);
  return text;
}

/**
 * Removes files or folders.
 *
 * @param {Tree} tree
 * @param {readonly string[]} paths
 * @throws {Error} when one is not there
 */
export function remove(tree, paths) {
  for (const path of paths) {
    if (!tree.exists(path)) throw new Error(`There is no ${path}: tools/starter/init has to follow.`);
    tree.delete(path);
  }
}
