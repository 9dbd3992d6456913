import { defineConfig } from '@playwright/test';

/** Every mutant is a "test" that reports whether the suite noticed it: `npx nx mutate nginx`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'mutants.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../../../reports/mutation/artifacts',
  fullyParallel: true,
  retries: 0,
  // A mutant that can't be judged is a fault of the run, and the next would have it too; a survivor is no failure here.
  maxFailures: 3,
  // One stack each.
  workers: Number(process.env.MUTATE_STACKS ?? 4),
  timeout: 600_000,
  reporter: [['./reporter.ts']],
});
