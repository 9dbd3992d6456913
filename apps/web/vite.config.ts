/// <reference types="vitest/config" />
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { firstPaintScript } from './vite/first-paint-script.ts';
import { firstVisitLimit } from './vite/first-visit-limit.ts';
import { preloadFont } from './vite/preload-font.ts';
import { prerender } from './vite/prerender.ts';
import { release } from './vite/release.ts';
import { securityHeaders } from './vite/security-headers.ts';
import { webManifest } from './vite/web-manifest.ts';

/** The root .env, overridden by .env.local and the environment. Only the names below are published, never a prefix. */
const {
  APP_NAME = 'app',
  APP_TITLE = 'App',
  APP_DEV_PORT,
  APP_API_PORT,
  APP_DEV_URL,
} = loadEnv('', resolve(import.meta.dirname, '../..'), 'APP_');

/** Keeps the Host header, because Django compares it with the Origin header. */
const api = { target: `http://127.0.0.1:${APP_API_PORT ?? 8000}`, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/web',
  plugins: [
    react(),
    tailwindcss(),
    webManifest(APP_TITLE),
    firstPaintScript(),
    preloadFont(),
    prerender(),
    release(),
    securityHeaders(),
    firstVisitLimit(114, 'welcome-page'),
  ],
  define: {
    'import.meta.env.APP_NAME': JSON.stringify(APP_NAME),
    'import.meta.env.APP_TITLE': JSON.stringify(APP_TITLE),
  },
  server: {
    port: Number(APP_DEV_PORT ?? 5173),
    strictPort: true,
    // Other names are refused, because a site could point its own name to this server and read the sources.
    allowedHosts: APP_DEV_URL ? [new URL(APP_DEV_URL).hostname] : [],
    // The paths that Nginx passes to Django in production.
    proxy: { '/api': api, '/admin': api, '/static': api },
  },
  build: {
    outDir: '../../dist/apps/web/app',
    emptyOutDir: true,
    // Browsers that support `light-dark()`. For older ones Tailwind would write each color twice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // One small stylesheet, so that a page loaded later cannot fail because its styles are missing.
    cssCodeSplit: false,
    // The content security policy forbids data: URLs for fonts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Most bytes of the first page. Their name stays the same when a release changes only the app.
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|use-sync-external-store)\//,
            },
          ],
        },
      },
    },
    sourcemap: false,
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'vite/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    reporters: ['default', ['junit', { outputFile: '../../reports/web/test.xml' }]],
    restoreMocks: true,
    // High, so that a busy machine does not fail a test.
    testTimeout: 60_000,
  },
});
