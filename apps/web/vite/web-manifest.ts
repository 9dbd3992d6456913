import type { Plugin } from 'vite';

const PATH = '/site.webmanifest';

/** Serves and builds the web app manifest with the product's title. */
export function webManifest(title: string): Plugin {
  const manifest = JSON.stringify({
    name: title,
    short_name: title,
    start_url: '/',
    display: 'standalone',
    background_color: '#f9fafc',
    theme_color: '#2b3ff0',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  });
  return {
    name: 'web-manifest',
    transformIndexHtml: {
      // After Vite has resolved the files that index.html refers to.
      order: 'post',
      handler: () => [{ tag: 'link', attrs: { rel: 'manifest', href: PATH }, injectTo: 'head' }],
    },
    configureServer(server) {
      server.middlewares.use(PATH, (_request, response) => {
        response.setHeader('Content-Type', 'application/manifest+json');
        response.end(manifest);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: PATH.slice(1), source: manifest });
    },
  };
}
