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
    // Files side by side, and within a file what says so: the guides.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 900_000,
    hookTimeout: 3_600_000,
    reporters: ['default', 'junit'],
  },
});
