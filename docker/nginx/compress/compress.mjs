// @ts-check
/**
 * Lays out what Nginx serves: three trees of the same names, `identity/`, `br/` and `gzip/`, in which a file of text is
 * compressed once, when the image is built. Runs in the image build only: `compress.mjs OUT SOURCE=PREFIX...`.
 *
 * The same input gives the same bytes and times, so that the image layer does not change without a reason.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @typedef {{path: string, content: Buffer}} File a path below the web root, and the bytes there */

const TEXT = new Set('.css .csv .html .js .json .md .mjs .svg .txt .webmanifest .xml .wasm .ttf .otf .ico'.split(' '));
// Source maps and Django's manifest are for us, not for visitors; compressed files by name have no use beside the trees.
const NOT_SERVED = /\.(?:map|gz|br)$|(?:^|\/)staticfiles\.json$|(?:^|\/)\.(?!well-known\/)/;

/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} */
const ENCODERS = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gzip: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * @param {string} out the folder that gets the three trees
 * @param {{folder: string, prefix: string}[]} sources folders and where their files go below the web root (`''` is the root)
 */
export async function layOut(out, sources) {
  const encode = encodeOnce();
  const files = sources.flatMap(({ folder, prefix }) => filesIn(folder, prefix));
  await Promise.all(
    files.map(async ({ path, content }) => {
      write(join(out, 'identity', path), content);
      if (!TEXT.has(extname(path))) return;
      for (const [tree, encoded] of await encode(content)) {
        // A compressed file that saves nothing is left out; Nginx then falls back to the plain one.
        if (encoded.length < content.length) write(join(out, tree, path), encoded);
      }
    }),
  );
}

/**
 * Django's files are there twice, with and without the hash in their name, and the best compression is slow.
 *
 * @returns {(content: Buffer) => Promise<[tree: string, encoded: Buffer][]>}
 */
function encodeOnce() {
  /** @type {Map<string, Promise<[string, Buffer][]>>} */
  const known = new Map();
  return (content) => {
    const key = createHash('sha256').update(content).digest('hex');
    const encoded =
      known.get(key) ??
      Promise.all(
        Object.entries(ENCODERS).map(
          async ([tree, encode]) => /** @type {[string, Buffer]} */ ([tree, await encode(content)]),
        ),
      );
    known.set(key, encoded);
    return encoded;
  };
}

/**
 * @param {string} folder
 * @param {string} prefix
 * @returns {File[]} in an order that does not depend on the file system
 */
function filesIn(folder, prefix) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_SERVED.test(relative(folder, path)))
    .sort()
    .map((path) => ({ path: join(prefix, relative(folder, path)), content: readFileSync(path) }));
}

/**
 * Nginx's ETag is a file's time and size. A time made from the content lets the ETag follow the content even when the size
 * stays; below 2^30 seconds it lies before 2004, never in the future.
 *
 * @param {string} path
 * @param {Buffer} content
 */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o644 });
  const seconds = createHash('sha256').update(content).digest().readUInt32BE() % 2 ** 30;
  utimesSync(path, seconds, seconds);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out = '', ...sources] = process.argv.slice(2);
  await layOut(
    out,
    sources.map((source) => {
      const [folder = '', prefix = ''] = source.split('=');
      return { folder, prefix };
    }),
  );
}
