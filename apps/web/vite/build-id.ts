import { createHash } from 'node:crypto';

/** A file of the built app. */
export interface ContentFile {
  path: string;
  content: string | Uint8Array;
}

/** Hashes names and contents of files to twelve hex digits. The order of the files does not matter. */
export function buildId(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) {
    hash.update(`${path}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
