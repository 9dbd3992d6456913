import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/ui',
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.tsx'],
    setupFiles: ['src/testing/setup.ts'],
    reporters: ['default', ['junit', { outputFile: '../../reports/ui/test.xml' }]],
    restoreMocks: true,
  },
});
