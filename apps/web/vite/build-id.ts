import { createHash } from 'node:crypto';

/** A file of the built app, and what tells one content of it from another. */
export interface ContentFile {
  path: string;
  content: string | Uint8Array;
}

/** Twelve hex digits that change when, and only when, the app's files do; their order is no matter. */
export function buildId(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) {
    hash.update(`${path}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
