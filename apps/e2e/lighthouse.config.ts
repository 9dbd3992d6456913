import { defineConfig } from '@playwright/test';

const reports = '../../reports/e2e';

/** `nx run e2e:lighthouse`. One page at a time, because a busy machine lowers the performance score. */
export default defineConfig({
  globalSetup: './support/global-setup.ts',
  testDir: './lighthouse',
  outputDir: `${reports}/artifacts`,
  workers: 1,
  timeout: 300_000,
  reporter: [['line'], ['junit', { outputFile: `${reports}/lighthouse.xml` }]],
});
