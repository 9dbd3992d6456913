/**
 * Creates the folders that Nginx serves: identity/, br/ and gzip/ with the same file names, so that text files are compressed once,
 * in the image build (conf/http/compression.conf). Equal input gives equal files and times, so unchanged image layers stay cached.
 *
 * Usage: node compress.ts OUT SOURCE=PREFIX, where PREFIX is the folder below the web root ('' is the root)
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = new Set('.css .csv .html .js .json .md .mjs .svg .txt .webmanifest .xml .wasm .ttf .otf .ico'.split(' '));
// Source maps are not public. Dotfiles are not served, except for .well-known.
const NOT_SERVED = /\.(?:map|gz|br)$|(?:^|\/)\.(?!well-known\/)/;
/** Django's list of its files, which it writes twice: with and without a hash in the name. Pages use the hashed names only. */
const MANIFEST = 'staticfiles.json';

const encoders = {
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gzip: (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

export async function layOut(out: string, source: string, prefix: string): Promise<void> {
  const layOutFile = async (path: string) => {
    const content = readFileSync(join(source, path));
    write(join(out, 'identity', prefix, path), content);
    if (!TEXT.has(extname(path))) return;
    for (const tree of ['br', 'gzip'] as const) {
      const compressed = await encoders[tree](content);
      // Nginx serves the plain file if there is no compressed one.
      if (compressed.length < content.length) write(join(out, tree, prefix, path), compressed);
    }
  };
  await Promise.all(publicFiles(source).map(layOutFile));
}

function publicFiles(source: string): string[] {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(source, join(entry.parentPath, entry.name)));
  const hashed = paths.includes(MANIFEST) ? hashedNames(join(source, MANIFEST)) : paths;
  return hashed.filter((path) => !NOT_SERVED.test(path));
}

function hashedNames(manifest: string): string[] {
  const { paths } = JSON.parse(readFileSync(manifest, 'utf8')) as { paths: Record<string, string> };
  // Files with equal names and content in two apps have one hashed name.
  return [...new Set(Object.values(paths))];
}

function digest(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/**
 * Writes a file with a modification time made from its content. Nginx's ETag consists of time and size, so it changes with the content.
 * Less than 2^30 seconds is a time before 2004, never in the future.
 */
function write(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o644 });
  const seconds = digest(content).readUInt32BE() % 2 ** 30;
  utimesSync(path, seconds, seconds);
}

if (import.meta.main) {
  const [out = '', source = ''] = process.argv.slice(2);
  const [folder = '', prefix = ''] = source.split('=');
  await layOut(out, folder, prefix);
}
