// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD } from '../record.mjs';

/** @import { Git } from '../git.mjs' */

/**
 * A product is made of a clean clone: what is not committed, or stands on another branch, would be lost.
 *
 * @param {Git} git
 * @returns {string | undefined} why not, in one sentence, and what to do
 */
export function whyNotReady(git) {
  if (git.try('rev-parse', '--verify', '--quiet', 'HEAD').status !== 0) {
    return 'There is no commit here: an archive has lost what an update needs. Clone the repository with git.';
  }
  if (existsSync(join(git.root, RECORD))) return `This is a product already: ${RECORD} says of what.`;
  if (
    git.run('rev-parse', '--absolute-git-dir') !== git.run('rev-parse', '--path-format=absolute', '--git-common-dir')
  ) {
    return 'This is a work tree of another repository, whose branches it shares. Clone the repository with git.';
  }
  const changed = git.list('status', '--porcelain', '-z');
  if (changed.length > 0) {
    const others = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
    return `Not everything is committed: ${changed[0]?.slice(3)}${others}. Commit or stash it, or clone anew.`;
  }
  const current = git.try('symbolic-ref', '--short', '--quiet', 'HEAD').out.trim();
  const branches = git.run('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
  const others = branches.filter((branch) => branch !== '' && branch !== current);
  if (others.length > 0) {
    return `There are other branches here (${others.join(', ')}), and the product begins a history of its own. Clone the repository anew.`;
  }
  if (git.try('rev-parse', '--verify', '--quiet', 'refs/stash').status === 0) {
    return 'Something is stashed here, and the product begins a history of its own. Clone the repository anew.';
  }
  return undefined;
}
