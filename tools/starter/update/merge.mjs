// @ts-check
import { GitError } from '../git.mjs';

/** @import { Git } from '../git.mjs' */

/** Commits that only carry trees into a merge, and that no branch will have. */
const NOBODY = {
  GIT_AUTHOR_NAME: 'template',
  GIT_AUTHOR_EMAIL: 'template@localhost',
  GIT_COMMITTER_NAME: 'template',
  GIT_COMMITTER_EMAIL: 'template@localhost',
};

/**
 * Brings the difference of two trees into the work tree and the index: git's own three-way merge, with the older tree as
 * the common ancestor. Files that the product has moved are followed.
 *
 * @param {Git} git
 * @param {{base: string, theirs: string, label: string}} trees `label` stands at the conflict markers
 * @returns {string[]} files with conflicts, left as git leaves them
 * @throws {GitError} when git could not merge at all
 */
export function mergeTrees(git, { base, theirs, label }) {
  const maker = git.with(NOBODY);
  const ancestor = maker.run('commit-tree', '-m', 'base', base);
  const tip = maker.run('commit-tree', '-m', label, '-p', ancestor, theirs);
  const limit = ['-c', 'merge.renameLimit=0', '-c', 'merge.directoryRenames=true'];
  const merged = maker.try(...limit, 'cherry-pick', '--no-commit', '--allow-empty', tip);
  const conflicts = git.list('diff', '--name-only', '--diff-filter=U', '-z');
  if (merged.status !== 0 && conflicts.length === 0) throw new GitError(`git cherry-pick: ${merged.err.trim()}`);
  return conflicts;
}
