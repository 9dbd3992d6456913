// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git } from './git.mjs';

/** @import { Answers, Origin } from './record.mjs' */

/** What a checkout borrows from this workspace, so that nothing has to be installed again. */
const BORROWED = ['node_modules', 'apps/api/.venv'];

/** How a version of the template makes a product of itself: the one thing that every version has to keep. */
const MAKE = 'tools/starter/init/make.mjs';

/** A version of the template could not be made into a product. Nothing was changed. */
export class CannotMake extends Error {}

/**
 * Makes a product out of a version of the template, beside the work tree, with that version's own program.
 *
 * @param {Git} git a repository that has the commit
 * @param {{template: Origin, answers: Partial<Answers>}} request
 * @returns {string} git's name of the product's files
 * @throws {CannotMake} with the program's own words
 */
export function productTree(git, request) {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  try {
    const checkout = join(folder, 'tree');
    const inFolder = git.with({ GIT_INDEX_FILE: join(folder, 'index') });
    inFolder.run('read-tree', request.template.tree);
    inFolder.run('checkout-index', '--all', `--prefix=${checkout}/`);
    for (const path of BORROWED) {
      mkdirSync(join(checkout, path, '..'), { recursive: true });
      symlinkSync(join(git.root, path), join(checkout, path));
    }
    const made = spawnSync(process.execPath, [join(checkout, MAKE)], {
      cwd: checkout,
      encoding: 'utf8',
      input: JSON.stringify(request),
      stdio: ['pipe', 'inherit', 'pipe'],
    });
    if (made.status !== 0) throw new CannotMake(made.stderr.trim() || `${MAKE} ended with ${made.status}`);
    const files = new Git(checkout, {
      ...inFolder.env,
      GIT_WORK_TREE: checkout,
      GIT_DIR: git.run('rev-parse', '--absolute-git-dir'),
    });
    files.run('add', '--all');
    return files.run('write-tree');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
