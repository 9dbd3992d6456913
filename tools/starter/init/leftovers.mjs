// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD } from '../record.mjs';
import { PLACEHOLDER } from './spellings.mjs';

/**
 * Finds the template's name in a product: in paths, in text, in bytes, in any case.
 *
 * @param {string} root
 * @param {readonly string[]} files from the root
 * @returns {string[]} each file in which it stands; the record of the origin aside
 */
export function leftovers(root, files) {
  const inPaths = files.filter((file) => file.toLowerCase().includes(PLACEHOLDER));
  const inside = files.filter((file) => {
    if (file === RECORD) return false;
    return readFileSync(join(root, file)).toString('latin1').toLowerCase().includes(PLACEHOLDER);
  });
  return [...new Set([...inPaths, ...inside])].sort();
}
