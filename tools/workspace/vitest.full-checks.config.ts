import { defineConfig } from 'vitest/config';

/**
 * Checks of the whole tree as in vitest.checks.config.ts, but too long for each change. Each file is a task of its own, which
 * names its report.
 */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'full-checks',
    include: ['full-checks/**/*.test.ts'],
    environment: 'node',
    testTimeout: 900_000,
    hookTimeout: 3_600_000,
    reporters: ['default', 'junit'],
  },
});
