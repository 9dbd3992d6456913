// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where they are, from the workspace's root. */
const FOLDER = 'tools/starter/migrations';

/**
 * @param {readonly string[]} had by name
 * @param {readonly string[]} has
 * @returns {string[]} those that came, in the order in which they have to run
 */
export function pending(had, has) {
  return has.filter((name) => !had.includes(name)).sort();
}

/**
 * Runs one of the template's migrations on the product.
 *
 * @param {string} root the product
 * @param {string} name `0001-what-it-does.mjs`
 * @throws {Error} with its name, when it is missing or fails
 */
export async function runMigration(root, name) {
  const file = join(root, FOLDER, name);
  if (!existsSync(file)) throw new Error(`${FOLDER}/${name} is missing.`);
  try {
    /** @type {{migrate: (root: string) => unknown}} */
    const { migrate } = await import(pathToFileURL(file).href);
    await migrate(root);
  } catch (error) {
    throw new Error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
