import type { Plugin } from 'vite';
import { buildId } from './build-id.ts';

/**
 * Runs before the first paint: applies the stored theme, and shows the prerendered start page at its address unless a user was
 * signed in at the last visit. It is a separate file, because the Content-Security-Policy forbids inline scripts and the
 * app's module runs after the page was painted. `src/app/theme.ts` and `src/app/session-watch.ts` store the values.
 */
export const FIRST_PAINT_SCRIPT = `const root = document.documentElement;
try {
  root.toggleAttribute('data-start', location.pathname === '/' && localStorage.getItem('signed-in') === null);
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('media', meta.dataset.scheme === theme ? 'all' : 'not all');
    }
  }
} catch {
  // The storage is blocked.
}
`;

export function firstPaintScript(): Plugin {
  const fileName = `assets/first-paint-${buildId([{ path: 'first-paint.js', content: FIRST_PAINT_SCRIPT }])}.js`;
  let isBuild = false;
  return {
    name: 'first-paint-script',
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
        response.end(FIRST_PAINT_SCRIPT);
      });
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: 'asset', fileName, source: FIRST_PAINT_SCRIPT });
    },
  };
}
