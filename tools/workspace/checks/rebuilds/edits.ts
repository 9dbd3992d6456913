import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scratch } from '../scratch.ts';

/** Changes a file of the copy. The copy's git takes it back afterwards. */
export interface Edit {
  (scratch: Scratch): void;
  /** Nothing would be learnt by running a task. */
  isInert?: boolean;
}

/** Replaces a piece of a file. */
export function edit(path: string, from: string | RegExp, to: string): Edit {
  return (scratch) => {
    scratch.edit(path, from, to);
  };
}

/** Adds lines at the end of a file. */
export function append(path: string, text: string): Edit {
  return edit(path, /$(?![^])/, text);
}

/** Adds a file. */
export function add(path: string, text: string): Edit {
  return (scratch) => {
    scratch.write(path, text);
  };
}

/** An edit after which the tasks that are run here would make what they made before. */
export function inert(change: Edit): Edit {
  return Object.assign(change, { isInert: true });
}

/** Several edits as one. */
export function both(...edits: readonly Edit[]): Edit {
  return (scratch) => {
    for (const one of edits) one(scratch);
  };
}

/** What a new release of an npm package changes in the lockfile. The installed package stays as it is. */
export function release(name: string): Edit {
  const entry = new RegExp(`("node_modules/${name}": \\{\\s+"version": ")([^"]+)(",\\s+"integrity": "sha512-)(.)`);
  return inert(edit('package-lock.json', entry, '$199.0.0$3A$4'));
}

/** Replaces a piece of an installed package, in the copy alone. It stays changed until `reinstall`. */
export function installed(path: string, from: string, to: string): Edit {
  return (scratch) => {
    const text = readFileSync(join(scratch.root, path), 'utf8');
    // A new file: the old one is a hard link to the workspace's own.
    scratch.write(path, text.replace(from, to));
  };
}
