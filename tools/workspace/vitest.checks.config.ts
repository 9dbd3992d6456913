import { defineConfig } from 'vitest/config';

/**
 * Checks that read the whole tree, or run Nx and the engine in a scratch copy of it. Their verdict depends on more
 * than a project's inputs can name (every document, images in an engine), so the target is never cached.
 */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'checks',
    include: ['checks/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // Within a file, where it says so: rebuilds.test.ts.
    maxConcurrency: 2,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', ['junit', { outputFile: '../../reports/workspace/e2e.xml' }]],
  },
});
