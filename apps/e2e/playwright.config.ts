import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './support/browser.ts';
import { PATIENCE_MS } from './support/patience.ts';

/** Where everything that a run leaves behind goes. */
const reports = process.env.CONTRACT_REPORTS ?? '../../reports/e2e';
/** A deployment to test instead of a stack of our own, e.g. `BASE_URL=https://example.org`. */
const deployment = process.env.BASE_URL;
/** Only the contract, with its table: `nx run e2e:proxy-contract`. */
const isContract = Boolean(process.env.CONTRACT);
/** The task of the graph: `e2e`, or `e2e-ci--…` for one file of the suite on one machine of many. */
const task = process.env.NX_TASK_TARGET_TARGET;

const use = { ...devices['Desktop Chrome'], launchOptions: browserLaunch() };

/** A person at work in a browser. */
const journeys = { name: 'journeys', testDir: './journeys', use };

/** The rows that need a browser. */
const browser = { name: 'browser', testDir: './proxy', grep: /@browser/, use };

/** What a client observes through Nginx. */
const proxy = { name: 'proxy', testDir: './proxy', grepInvert: /@browser/, use };

/** Seconds that the contract names hold on a machine that does nothing else: these run last, and alone. */
const TIMED = '**/graceful-stop.spec.ts';

/** Stops and replaces containers, on a stack of its own and one test at a time. */
const faults = {
  name: 'faults',
  testDir: './faults',
  testIgnore: TIMED,
  fullyParallel: false,
  workers: 1,
  timeout: 90_000, // containers stop and start
  use,
};

const timed = { ...faults, name: 'timed', testIgnore: [], testMatch: TIMED };

// Without the engine no fault can be made: the report of the contract says so, and the rest needs no mention of it.
const inBrowsers = isContract ? [browser] : [journeys, browser];
const untimed = [...inBrowsers, faults, proxy];
// Playwright runs the whole of what a project waits for: whoever has one file would run the suite.
const dependencies = task?.startsWith('e2e-ci--') ? [] : untimed.map(({ name }) => name);

export default defineConfig({
  globalSetup: './support/global-setup.ts',
  // What @nx/playwright makes a task of each.
  testMatch: '**/*.spec.ts',
  outputDir: `${reports}/artifacts`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // Bounds for hanging, not goals: a busy machine is no fault of the product's.
  timeout: 60_000,
  expect: { timeout: PATIENCE_MS },
  // Browsers first: each container that starts or stops is a change of this machine's network for Chromium, which then drops
  // its connections (net::ERR_NETWORK_CHANGED). Then the longest, so that one worker is not left with it at the end.
  projects: deployment && !isContract ? [...inBrowsers, proxy] : [...untimed, { ...timed, dependencies }],
  // Without its film strip, which costs more than the test; the page's own state is in each step.
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
  reporter: [
    [process.env.CI ? 'list' : 'line'],
    ['junit', { outputFile: `${reports}/${isContract ? 'proxy-contract' : 'e2e'}.xml` }],
    ['html', { outputFolder: `${reports}/html`, open: 'never' }],
    ['./contract/report/reporter.ts', { table: isContract, folder: `${reports}/proxy-contract` }],
    // Parts are put together from it: `nx run e2e:e2e-ci--merge-reports`.
    ...(task === 'e2e' || isContract ? [] : [['blob', { outputDir: `${reports}/blob` }] as const]),
  ],
});
