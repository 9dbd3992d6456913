import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { release } from './vite/release.ts';

const api: ProxyOptions = {
  target: `http://127.0.0.1:${process.env.TANDEM_API_PORT ?? '8000'}`,
  // Django must see the address that the browser shows, as it does behind Nginx.
  changeOrigin: false,
  xfwd: true,
};

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/web',
  plugins: [react(), tailwindcss(), release()],
  server: {
    port: Number(process.env.TANDEM_PORT ?? 5173),
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
