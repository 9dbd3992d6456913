import { defineConfig } from '@playwright/test';
import { ASSERTION_TIMEOUT_MS } from './support/timeouts.ts';

const reports = '../../reports/e2e';

/** `nx run e2e:production`. One fault at a time; each file has its own stack. */
export default defineConfig({
  globalSetup: './production/global-setup.ts',
  testDir: './production',
  outputDir: `${reports}/artifacts`,
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 180_000,
  expect: { timeout: ASSERTION_TIMEOUT_MS },
  reporter: [['list'], ['junit', { outputFile: `${reports}/production.xml` }]],
});
