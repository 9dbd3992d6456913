// @ts-check
import { textOf } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */

const LOCK = 'package-lock.json';

/**
 * Writes package-lock.json as npm would: names in order, and without packages that nobody asks for any more.
 *
 * @param {Tree} tree
 */
export function tidyLockfile(tree) {
  const lock = JSON.parse(textOf(tree, LOCK));
  const starter = lock.packages['tools/starter'];
  for (const name of Object.keys(starter.devDependencies ?? {})) {
    delete starter.devDependencies[name];
    if (!isAskedFor(lock, name)) delete lock.packages[`node_modules/${name}`];
  }
  delete starter.devDependencies;
  for (const folder of Object.keys(lock.packages)) sortDependencies(lock.packages[folder]);
  lock.packages = sorted(lock.packages);
  tree.write(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
}

/**
 * Puts the dependencies of a manifest into the order in which npm writes them: their names may begin with the scope.
 *
 * @param {any} manifest
 */
export function sortDependencies(manifest) {
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    if (manifest[kind] !== undefined) manifest[kind] = sorted(manifest[kind]);
  }
}

/** @param {any} lock @param {string} name */
function isAskedFor(lock, name) {
  return Object.entries(lock.packages).some(([folder, { dependencies, devDependencies, optionalDependencies }]) => {
    const asked = { ...dependencies, ...optionalDependencies, ...(folder === '' ? devDependencies : {}) };
    return name in asked || (!folder.startsWith('node_modules/') && name in (devDependencies ?? {}));
  });
}

/** npm's own order. @template T @param {Record<string, T>} object @returns {Record<string, T>} */
function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
