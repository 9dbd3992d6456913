import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { buildId, type ContentFile } from './build-id.ts';

/** The path of the release's version and build id. */
export const VERSION_PATH = '/version.json';

const PLACEHOLDER = '__BUILD__';
const DEV_BUILD = 'dev';

/**
 * Writes the release to `/version.json`, and the build id to `<meta name="build">` of the page. By comparing them, an
 * open page detects a new release.
 */
export function release(): Plugin {
  let publicDir = '';
  let building = false;
  return {
    name: 'release',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
      building = config.command === 'build';
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { name: 'build', content: building ? PLACEHOLDER : DEV_BUILD },
        injectTo: 'head',
      },
    ],
    configureServer(server) {
      server.middlewares.use(VERSION_PATH, (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(versionJson(DEV_BUILD));
      });
    },
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The build has no index.html.');
      const build = buildId([
        ...Object.entries(bundle).map(([path, file]) => ({
          path,
          content: file.type === 'asset' ? file.source : file.code,
        })),
        ...readPublic(publicDir),
      ]);
      page.source = String(page.source).replace(PLACEHOLDER, build);
      this.emitFile({ type: 'asset', fileName: VERSION_PATH.slice(1), source: versionJson(build) });
    },
  };
}

function versionJson(build: string): string {
  return `${JSON.stringify({ version: packageJson.version, build })}\n`;
}

/** Files that Vite copies without a hash in their names. */
function readPublic(directory: string): ContentFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(directory.length + 1), content: readFileSync(path) }));
}
