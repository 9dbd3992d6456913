import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the suite's own stack serves one small file of each type, in the app's root and in each folder of static files. */
export const SAMPLE_FOLDER = '/probe-files';

/** These also exist in brotli, with this content. */
export const CODED_SAMPLES = ['sample', 'sample.txt', 'sample.unknown'];
export const CODED_CONTENT = 'br\n';

/** Below other folders, these are not files with hashed names. */
export const UNHASHED_SAMPLES = ['identity/assets/sample.txt', 'assets/sample.txt', 'static/sample.0123456789ab.txt'];

/**
 * The extensions of the files, by registered media type: https://www.iana.org/assignments/media-types. JSON has no charset:
 * RFC 8259, 8.1.
 */
export const SAMPLE_TYPES = {
  'text/html; charset=utf-8': ['html', 'htm'],
  'text/css; charset=utf-8': ['css'],
  'text/javascript; charset=utf-8': ['js', 'mjs'],
  'text/plain; charset=utf-8': ['txt'],
  'text/csv; charset=utf-8': ['csv'],
  'text/markdown; charset=utf-8': ['md'],
  'text/xml; charset=utf-8': ['xml'],
  'application/json': ['json'],
  'application/manifest+json': ['webmanifest'],
  'application/pdf': ['pdf'],
  'application/wasm': ['wasm'],
  'application/zip': ['zip'],
  'image/svg+xml; charset=utf-8': ['svg'],
  'image/x-icon': ['ico'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'font/woff2': ['woff2'],
  'font/woff': ['woff'],
  'font/ttf': ['ttf'],
  'font/otf': ['otf'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg'],
  'video/mp4': ['mp4'],
  'video/webm': ['webm'],
  'application/octet-stream': ['unknown'],
};

/**
 * Write one file of each extension. Each contains its own name.
 *
 * @returns the folders that support/compose.probe.yaml mounts
 */
export async function writeSampleFiles(parent: string): Promise<{ plain: string; coded: string }> {
  const folder = join(parent, 'files');
  // Readable by Nginx's user, which is not the one that runs the suite.
  await mkdir(folder, { mode: 0o755 });
  const byExtension = Object.values(SAMPLE_TYPES)
    .flat()
    .map((extension) => `sample.${extension}`);
  for (const name of [...byExtension, 'sample', ...UNHASHED_SAMPLES]) {
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o755 });
    await writeFile(join(folder, name), `${name}\n`, { mode: 0o644 });
  }
  const coded = join(parent, 'coded-files');
  await mkdir(coded, { mode: 0o755 });
  for (const name of CODED_SAMPLES) await writeFile(join(coded, name), CODED_CONTENT, { mode: 0o644 });
  return { plain: folder, coded };
}
