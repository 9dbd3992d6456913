/// <reference types="vitest/config" />
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { release, VERSION_PATH } from './vite/release.ts';
import { samePaths } from './vite/same-paths.ts';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/web',
  plugins: [
    react(),
    tailwindcss(),
    samePaths({
      nginx: resolve(import.meta.dirname, '../../docker/nginx/conf'),
      apiPort: Number(process.env.TANDEM_API_PORT ?? 8000),
      made: ['/index.html', VERSION_PATH],
    }),
    release(),
  ],
  server: {
    port: Number(process.env.TANDEM_DEV_PORT ?? 5173),
    strictPort: true,
  },
  build: {
    outDir: '../../dist/apps/web/app',
    emptyOutDir: true,
    // The browsers that know `light-dark()`, so that each colour is written once.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // One stylesheet: it is small, and a page can't fail for want of its own.
    cssCodeSplit: false,
    // The content policy allows fonts and styles from this origin alone, never from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'vite/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    reporters: ['default', ['junit', { outputFile: '../../reports/web/test.xml' }]],
    restoreMocks: true,
    // As in src/testing/setup.ts: a bound for hanging, not a goal.
    testTimeout: 60_000,
  },
});
