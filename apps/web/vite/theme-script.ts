import type { Plugin } from 'vite';
import { buildId } from './build-id.ts';

/**
 * Applies the stored theme before the first paint. It is a file of its own, because the Content-Security-Policy forbids
 * inline scripts and the app's module runs after the page was painted. `src/app/theme.ts` uses the same key and values.
 */
export const THEME_SCRIPT = `try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('media', meta.dataset.scheme === theme ? 'all' : 'not all');
    }
  }
} catch {
  // The storage is blocked.
}
`;

export function themeScript(): Plugin {
  const fileName = `assets/theme-${buildId([{ path: 'theme.js', content: THEME_SCRIPT }])}.js`;
  let isBuild = false;
  return {
    name: 'theme-script',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    transformIndexHtml: {
      // After Vite has resolved the files that index.html refers to.
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head' }],
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(THEME_SCRIPT);
      });
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: 'asset', fileName, source: THEME_SCRIPT });
    },
  };
}
