import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/api-client',
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    reporters: ['default', ['junit', { outputFile: '../../reports/api-client/test.xml' }]],
    restoreMocks: true,
    unstubGlobals: true,
  },
});
