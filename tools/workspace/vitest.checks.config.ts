import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as object;
// `npm run init` records the template's commit there.
const isProduct = 'template' in manifest;

/**
 * Checks that read the whole tree or run Nx in a copy of it. Their result depends on more than Nx inputs can name, so
 * their targets are never cached. The option --dir chooses `checks` (npm test) or `full-checks` (npm run test:full).
 */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'checks',
    include: ['**/*.test.ts'],
    // Checks of the template itself, such as npm run init.
    exclude: isProduct ? ['**/template/**'] : [],
    passWithNoTests: isProduct,
    environment: 'node',
    fileParallelism: false,
    // The number of copies in checks/rebuilds.test.ts.
    maxConcurrency: 2,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    reporters: ['default', 'junit'],
  },
});
