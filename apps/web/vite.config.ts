/// <reference types="vitest/config" />
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { release } from './vite/release.ts';

// The paths that Nginx passes to Django in production (docker/nginx/conf/server).
const api = `http://127.0.0.1:${process.env.APP_API_PORT ?? 8000}`;

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/web',
  plugins: [react(), tailwindcss(), release()],
  server: {
    port: Number(process.env.APP_DEV_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': api, '/admin': api, '/static': api },
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
