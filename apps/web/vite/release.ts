import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { buildId, type ContentFile } from './build-id.ts';

/** Where this origin says what it serves. */
export const VERSION_PATH = '/version.json';

const PLACEHOLDER = '__BUILD__';
const DEV_BUILD = 'dev';

/**
 * Names the release: `/version.json` says what this origin serves, a `<meta name="build">` what a page was built from,
 * so that an open tab can tell that a newer release is out.
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
      if (page?.type !== 'asset') throw new Error('The build has no index.html to name the release in.');
      const html = String(page.source);
      const build = buildId([
        // A hashed name stands for its content.
        ...Object.keys(bundle).map((path) => ({ path, content: path === 'index.html' ? html : '' })),
        ...readPublic(publicDir),
      ]);
      page.source = html.replace(PLACEHOLDER, build);
      this.emitFile({ type: 'asset', fileName: VERSION_PATH.slice(1), source: versionJson(build) });
    },
  };
}

function versionJson(build: string): string {
  return `${JSON.stringify({ version: packageJson.version, build })}\n`;
}

/** Files that Vite copies as they are, without a hash in their names. */
function readPublic(directory: string): ContentFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(directory.length + 1), content: readFileSync(path) }));
}
