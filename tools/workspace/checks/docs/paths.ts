import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { listFiles, workspaceRoot } from '../scratch.ts';

/** Endings that make a word without a folder a file name: `nginx.conf`, but not `example.com`. */
const FILE_NAME = /^[\w.-]*(?:\w\.(?:conf|css|hcl|json|lock|md|mjs|py|toml|tsx?|ya?ml)|Dockerfile)$/;
const PATH = /^\.?\w[\w.@-]*(?:\/[\w.@-]+)+\/?$|^\.?\w[\w.-]*\/$/;
const NOT_A_PATH = /^(?:application|font|image|text|template)\//;

const files = listFiles();

/** Whether a word looks like a file or a folder of this repository. */
export function isPath(word: string): boolean {
  return !NOT_A_PATH.test(word) && (PATH.test(word) || FILE_NAME.test(word));
}

/** Whether a file or folder exists, or is ignored by git and made by a task. A single name may be in any folder. */
export function exists(path: string): boolean {
  const name = path.replace(/\/$/, '');
  if (files.some((file) => file === name || file.startsWith(`${name}/`))) return true;
  if (!name.includes('/') && files.some((file) => `/${file}`.includes(`/${name}/`) || file.endsWith(`/${name}`)))
    return true;
  return isIgnored(path);
}

function isIgnored(path: string): boolean {
  const { status } = spawnSync('git', ['check-ignore', '--quiet', path], { cwd: workspaceRoot });
  // Status 128: the path is beyond a symbolic link, whose folder may be ignored.
  return status === 0 || (status === 128 && path.includes('/') && isIgnored(dirname(path)));
}
