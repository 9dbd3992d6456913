import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Endings that make a bare name a file's name: `nginx.conf`, but not `example.com`. */
const fileName = /^[\w.-]*(?:\.(?:conf|css|hcl|json|lock|md|mjs|py|toml|tsx?|ya?ml)|Dockerfile)$/;
const pathWithFolder = /^\.?\w[\w.@-]*(?:\/[\w.@-]+)+\/?$|^\.?\w[\w.-]*\/$/;
const mediaType = /^(?:application|font|image|text)\//;

/** Whether a word claims to be a file or a folder of this repository. */
export function isPath(word: string): boolean {
  return !mediaType.test(word) && (pathWithFolder.test(word) || fileName.test(word));
}

/** The files that a commit of everything would hold. What git ignores is in nobody's clone. */
export class Repository {
  readonly files: readonly string[];

  /** @param root the workspace's root */
  constructor(readonly root: string) {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    // The index still names what was deleted and not staged yet.
    this.files = listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  }

  /**
   * Whether a file or a folder is there, or is one that a task makes and .gitignore names.
   *
   * @param path from the root; a name without a folder may stand anywhere
   */
  has(path: string): boolean {
    const folder = path.replace(/\/?$/, '/');
    const isThere = this.files.some((file) => file === path || file.startsWith(folder));
    return isThere || (!path.includes('/') && this.#hasName(path)) || this.#isIgnored(path);
  }

  #hasName(name: string): boolean {
    return this.files.some((file) => file.endsWith(`/${name}`));
  }

  #isIgnored(path: string): boolean {
    const { status } = spawnSync('git', ['check-ignore', '--quiet', path], { cwd: this.root });
    // 128: git looks at nothing behind a symbolic link, and the link itself may lie in a folder that is ignored.
    return status === 0 || (status === 128 && path.includes('/') && this.#isIgnored(dirname(path)));
  }
}
