// @ts-check
import { updateJson } from '@nx/devkit';
import { spellingsOf, withDefaults } from './answers.mjs';
import { database } from './database.mjs';
import { formatter } from './format.mjs';
import { sortDependencies, tidyLockfile } from './lockfile.mjs';
import { own } from './own.mjs';
import { ports } from './ports.mjs';
import { recordOrigin } from './record-origin.mjs';
import { regenerate } from './regenerate.mjs';
import { rename } from './rename.mjs';
import { startVersions } from './version.mjs';
import { withoutDemo } from './without-demo.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers, Origin } from '../record.mjs' */

/**
 * Makes a product of the template's files.
 *
 * @param {Tree} tree
 * @param {Partial<Answers> & {name: string, template?: Origin}} options
 * @returns {Promise<() => void>} makes anew what is generated and formats what was changed, once all is written
 * @throws {Error} when a file is not as an edit expects it, or spells the name in a way that no rule knows
 */
export async function initGenerator(tree, { template, ...given }) {
  const answers = withDefaults(given);
  const { version } = JSON.parse(tree.read('package.json', 'utf8') ?? '{}');
  await startVersions(tree);
  ports(tree, answers);
  database(tree, answers);
  if (!answers.demo) withoutDemo(tree);
  const notice = own(tree, answers);
  const spellings = spellingsOf(answers);
  rename(tree, spellings);
  for (const { path } of tree.listChanges().filter(({ path, type }) => type !== 'DELETE' && isManifest(path))) {
    updateJson(tree, path, (manifest) => {
      sortDependencies(manifest);
      return manifest;
    });
  }
  tidyLockfile(tree);
  recordOrigin(tree, { template: template ?? { source: '', version, commit: '', tree: '' }, answers, notice });
  const format = formatter(tree);
  return () => {
    if (!answers.demo) regenerate(tree.root, spellings);
    format();
  };
}

/** @param {string} path */
function isManifest(path) {
  return /(?:^|\/)package\.json$/.test(path);
}

export default initGenerator;
