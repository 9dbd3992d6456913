// @ts-check
import { dirname } from 'node:path/posix';
import { spellingsOf } from './answers.mjs';

/** @import { Git } from '../git.mjs' */
/** @import { Answers } from '../record.mjs' */

/**
 * What a person is told before anything changes.
 *
 * @param {Git} git
 * @param {{tree: string, answers: Answers, source: string, keepsOrigin: boolean}} product
 * @returns {string}
 */
export function summary(git, { tree, answers, source, keepsOrigin }) {
  const lines = git.run('diff-tree', '-r', '-M', '--name-status', 'HEAD', tree).split('\n');
  const count = (/** @type {RegExp} */ kind) => lines.filter((line) => kind.test(line)).length;
  const { kebab, screaming } = spellingsOf(answers);
  const removed = lines.filter((line) => line.startsWith('D')).map((line) => line.slice(2));
  const before = git.list('ls-tree', '-r', '-z', '--name-only', 'HEAD');
  const gone = wholes(
    removed,
    before.filter((path) => !removed.includes(path)),
  );
  return [
    `  product          ${answers.title} (${answers.name}), © ${answers.year} ${answers.holder}`,
    `  packages         @${answers.scope}/web, …; Python: ${answers.pythonPackage}`,
    `  images           ${answers.images}/web, ${answers.images}/api`,
    `  variables        ${screaming}_…; this machine's own things in .${kebab}/`,
    `  ports            Nginx ${answers.port}; in development Vite ${answers.devPort}, Django ${answers.apiPort}`,
    `  database         ${answers.database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
    `  demo             ${answers.demo ? 'with the notes' : 'without the notes'}`,
    `  files            ${count(/^M/)} changed, ${count(/^R/)} moved, ${count(/^A/)} new, ${removed.length} removed`,
    ...(gone.length > 0 ? [`  removed          ${gone.join('\n                   ')}`] : []),
    `  secrets          made anew in docker/stack/.secrets`,
    `  history          begins anew, with everything staged; ${keepsOrigin ? 'origin stays' : 'remotes and tags go'}`,
    `  updates          from ${source || 'nowhere: name the repository with --source'}`,
  ].join('\n');
}

/**
 * Folders in the place of the files in them, where nothing of a folder is left.
 *
 * @param {string[]} removed paths from the root
 * @param {string[]} kept likewise
 */
export function wholes(removed, kept) {
  const left = new Set(kept.flatMap(foldersOf));
  const whole = (/** @type {string} */ path) => foldersOf(path).findLast((folder) => !left.has(folder)) ?? path;
  return [...new Set(removed.map(whole))];
}

/** `a/b` and `a`, of `a/b/c`. @param {string} path @returns {string[]} */
function foldersOf(path) {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
