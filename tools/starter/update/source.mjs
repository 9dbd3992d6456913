// @ts-check
import { GitError } from '../git.mjs';
import { newestAfter, readVersion } from './versions.mjs';

/** @import { Git } from '../git.mjs' */
/** @import { Origin } from '../record.mjs' */

/** Where fetched commits have names while an update is made. */
const PLACE = 'refs/template-update';

/**
 * Asks the template's repository what there is, and fetches nothing.
 *
 * @param {Git} git
 * @param {Origin} here
 * @param {string} source
 * @returns {string | undefined} what to bring: the tag of a later release; without any release, HEAD if it is another
 *   commit; nothing if there is nothing new
 * @throws {GitError} when the repository does not answer
 */
export function whatIsNew(git, here, source) {
  const quiet = git.with({ GIT_TERMINAL_PROMPT: '0' });
  const lines = quiet.run('ls-remote', '--quiet', source, 'HEAD', 'refs/tags/v*').split('\n').filter(Boolean);
  const refs = lines.map((line) => line.split('\t'));
  const tags = refs
    .map(([, name = '']) => name.replace('refs/tags/', ''))
    .filter((tag) => readVersion(tag) !== undefined);
  if (tags.length > 0) {
    const newest = newestAfter(tags, here.version);
    const commitOf = (/** @type {string} */ ref) => refs.find(([, name]) => name === ref)?.[0];
    // An annotated tag is an object of its own, and names its commit on a line of its own.
    const commit = commitOf(`refs/tags/${newest}^{}`) ?? commitOf(`refs/tags/${newest}`);
    // A tag that says another version than the files under it is no reason to bring them again.
    return commit === here.commit ? undefined : newest;
  }
  const [head] = refs.find(([, name]) => name === 'HEAD') ?? [];
  if (head === undefined) throw new GitError(`git ls-remote: ${source} has no commit`);
  return head === here.commit ? undefined : 'HEAD';
}

/**
 * Fetches what an update needs: the version to bring, and the one that is here.
 *
 * @param {Git} git
 * @param {{here: Origin, source: string, to: string}} request
 * @returns {{from: Origin, to: Origin}}
 * @throws {GitError} when the repository lacks one of them
 */
export function fetchVersions(git, { here, source, to }) {
  try {
    git
      .with({ GIT_TERMINAL_PROMPT: '0' })
      .run(
        'fetch',
        ...['--quiet', '--no-tags', '--force', '--no-write-fetch-head', source],
        ...[`+${to}:${PLACE}/to`, `+refs/heads/*:${PLACE}/heads/*`, `+refs/tags/*:${PLACE}/tags/*`],
      );
    const commit = git.run('rev-parse', `${PLACE}/to^{commit}`);
    const tree = git.run('rev-parse', `${commit}^{tree}`);
    const version = JSON.parse(git.run('cat-file', 'blob', `${commit}:package.json`)).version;
    return { from: find(git, here), to: { source: here.source, version, commit, tree } };
  } finally {
    const names = git.run('for-each-ref', '--format=%(refname)', PLACE).split('\n').filter(Boolean);
    for (const name of names) git.try('update-ref', '-d', name);
  }
}

/**
 * The commit may be missing where the template was copied without its history; the same files are as good.
 *
 * @param {Git} git
 * @param {Origin} here
 * @returns {Origin}
 */
function find(git, here) {
  if (git.try('cat-file', '-e', `${here.tree}^{tree}`).status === 0) return here;
  throw new GitError(
    `version ${here.version} (${here.commit}), of which this product was made, is in that repository no more`,
  );
}
