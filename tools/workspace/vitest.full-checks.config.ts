import { defineConfig } from 'vitest/config';

/** Checks of the whole tree as in vitest.checks.config.ts, but too long for each change. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'full-checks',
    include: ['full-checks/**/*.test.ts'],
    environment: 'node',
    hookTimeout: 3_600_000,
    reporters: ['default', ['junit', { outputFile: '../../reports/workspace/fresh-clone.xml' }]],
  },
});
