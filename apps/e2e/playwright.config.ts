import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './support/browser.ts';
import { ASSERTION_TIMEOUT_MS } from './support/timeouts.ts';

const reports = process.env.CONTRACT_REPORTS ?? '../../reports/e2e';
/** A deployment to test in place of a stack of our own, e.g. `BASE_URL=https://example.org`. */
const deployment = process.env.BASE_URL;
/** Run only the contract and print its table: `nx run e2e:proxy-contract`. */
const isContract = Boolean(process.env.CONTRACT);

const use = {
  ...devices['Desktop Chrome'],
  launchOptions: browserLaunch(),
  // Chromium does not read this variable, with which e2e:tls makes Node trust its certificates.
  ignoreHTTPSErrors: Boolean(process.env.NODE_EXTRA_CA_CERTS),
};

/** Users in a browser. */
const journeys = { name: 'journeys', testDir: './journeys', use };

/** Tests of the contract that need a browser. */
const browser = { name: 'browser', testDir: './contract', grep: /@browser/, use };

/** All other tests of the contract. */
const contract = { name: 'contract', testDir: './contract', grepInvert: /@browser/, use };

/** Tests that stop and replace containers, on their own stack and one at a time. */
const faults = {
  name: 'faults',
  testDir: './faults',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000, // containers stop and start
  use,
};

const inBrowsers = isContract ? [browser] : [journeys, browser];

export default defineConfig({
  globalSetup: './support/global-setup.ts',
  testMatch: '**/*.spec.ts',
  outputDir: `${reports}/artifacts`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: ASSERTION_TIMEOUT_MS },
  // Browsers first: a container that starts or stops changes the network, and Chromium then drops its connections
  // (net::ERR_NETWORK_CHANGED). Then the longest project. A deployment has no faults, except as "not run" in the report.
  projects: deployment && !isContract ? [...inBrowsers, contract] : [...inBrowsers, faults, contract],
  // Screenshots of the trace take more time than the tests.
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
  reporter: [
    [process.env.CI ? 'list' : 'line'],
    ['junit', { outputFile: `${reports}/${isContract ? 'proxy-contract' : 'e2e'}.xml` }],
    ['html', { outputFolder: `${reports}/html`, open: 'never' }],
    ['./contract/report/reporter.ts', { table: isContract, folder: `${reports}/proxy-contract` }],
  ],
});
