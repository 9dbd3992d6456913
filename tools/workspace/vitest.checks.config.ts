import { defineConfig } from 'vitest/config';

/** `nx run workspace:reproducible`: what takes too long for each change. */
const isLong = process.env.NX_TASK_TARGET_TARGET === 'reproducible';

/**
 * Checks that read the whole tree, or run Nx and the engine in a scratch copy of it. Their verdict depends on more
 * than a project's inputs can name (every document, images in an engine), so the target is never cached.
 */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'checks',
    include: [isLong ? 'checks/**/*.long.ts' : 'checks/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // Within a file, where it says so: rebuilds.test.ts.
    maxConcurrency: 2,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', ['junit', { outputFile: `../../reports/workspace/${isLong ? 'reproducible' : 'e2e'}.xml` }]],
  },
});
