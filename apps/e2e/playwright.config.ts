import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './support/browser';

const reports = '../../reports/e2e';
/** A deployment to test instead of a stack of our own, e.g. `BASE_URL=https://example.org npx nx run e2e:e2e --excludeTaskDependencies`. */
const deployment = process.env.BASE_URL;

/** Both talk to what is running; neither stops anything. */
const observers = [
  {
    name: 'journeys',
    testDir: './journeys',
    use: { ...devices['Desktop Chrome'], launchOptions: browserLaunch() },
  },
  {
    name: 'proxy',
    testDir: './proxy',
    use: { ...devices['Desktop Chrome'], launchOptions: browserLaunch() },
  },
];

/** Stops and replaces containers, on a stack of its own and one test at a time. */
const faults = {
  name: 'faults',
  testDir: './faults',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000, // containers stop and start
  use: { ...devices['Desktop Chrome'], launchOptions: browserLaunch() },
};

export default defineConfig({
  globalSetup: './support/global-setup.ts',
  outputDir: `${reports}/artifacts`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // What needs the probe application or the engine cannot be asked of somebody else's deployment.
  ...(deployment ? { grepInvert: /@own-stack/ } : {}),
  // The longest first, so that one worker is not left with it at the end.
  projects: deployment ? observers : [faults, ...observers],
  // Without its film strip, which costs more than the test; the page's own state is in each step.
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
  reporter: [
    [process.env.CI ? 'list' : 'line'],
    ['junit', { outputFile: `${reports}/e2e.xml` }],
    ['html', { outputFolder: `${reports}/html`, open: 'never' }],
  ],
});
