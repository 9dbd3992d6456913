import type { Scratch } from '../scratch.ts';

/** Changes files of a copy, which reverts them afterwards. */
export interface Edit {
  (scratch: Scratch): void;
  /** The edit cannot change what any task outputs, so none is run. */
  isInert?: boolean;
}

/** Replaces a part of a file. Works for installed packages too: only the copy's file changes. */
export function edit(path: string, from: string | RegExp, to: string): Edit {
  return (scratch) => {
    scratch.edit(path, from, to);
  };
}

/** Appends text to a file. */
export function append(path: string, text: string): Edit {
  return edit(path, /$(?![^])/, text);
}

/** Adds a file. */
export function add(path: string, text: string): Edit {
  return (scratch) => {
    scratch.write(path, text);
  };
}

/** Marks an edit after which every task would output the same files. */
export function inert(change: Edit): Edit {
  return Object.assign(change, { isInert: true });
}

/** Changes an npm package's version in package-lock.json, as an update would. The installed package stays the same. */
export function release(name: string): Edit {
  const entry = new RegExp(`("node_modules/${name}": \\{\\s+"version": ")([^"]+)(",\\s+"integrity": "sha512-)(.)`);
  return inert(edit('package-lock.json', entry, '$199.0.0$3A$4'));
}
