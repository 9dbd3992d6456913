// @ts-check
import { RECORD, writeRecord } from '../record.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers, Origin } from '../record.mjs' */

/** The template's own migrations, one file each, run in the order of their names. */
export const MIGRATIONS = 'tools/starter/migrations';

/**
 * Writes where the product began. It has every migration of that version: its files are as they leave them.
 *
 * @param {Tree} tree
 * @param {{template: Origin, answers: Answers, notice: string}} what
 */
export function recordOrigin(tree, { template, answers, notice }) {
  const migrations = tree
    .children(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.mjs$/.test(name) && !name.endsWith('.test.mjs'))
    .sort();
  tree.write(RECORD, writeRecord({ template, migrations, answers }, notice));
}
