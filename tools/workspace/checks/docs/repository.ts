import { execFileSync, spawnSync } from 'node:child_process';

/** Endings that make a bare name a file's name: `nginx.conf`, but not `example.com`. */
const fileName = /^[\w.-]*(?:\.(?:conf|css|hcl|json|lock|md|mjs|py|toml|tsx?|ya?ml)|Dockerfile)$/;
const pathWithFolder = /^\.{0,2}[\w@*-][\w.@*$-]*(?:\/[\w.@*$-]+)+\/?$|^[\w.-]+\/$/;
const mediaType = /^(?:application|font|image|text)\//;

/** Whether a word claims to be a file or a folder of this repository. */
export function isPath(word: string): boolean {
  if (word.startsWith('@') || mediaType.test(word)) return false;
  return pathWithFolder.test(word) || fileName.test(word);
}

/**
 * Whether git has the path, or it is one that a task makes and .gitignore names.
 * git is asked, not the disk: what is left over from yesterday on this machine is in nobody's clone.
 *
 * @param root the workspace's root
 * @param path a file, a folder or a pattern from the root; a name without a folder may stand anywhere
 */
export function pathExists(root: string, path: string): boolean {
  const pattern = path.includes('/') ? path.replace(/\/$/, '') : `:(glob)**/${path}`;
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', pattern],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return listed !== '' || spawnSync('git', ['check-ignore', '--quiet', path], { cwd: root }).status === 0;
}

/**
 * The repository's Markdown files that people read first.
 *
 * @param root the workspace's root
 */
export function documentPaths(root: string): string[] {
  const patterns = ['README.md', ':(glob)docs/**/*.md'];
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
}
