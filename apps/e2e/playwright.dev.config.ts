import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './support/browser';
import { devServer } from './support/dev-server';
import { WORKSPACE_ROOT } from './support/paths';

// The paths are the same in development: the rows about them, against `npm run dev`.

const reports = '../../reports/e2e';
const server = await devServer();
process.env.BASE_URL = server.url;
process.env.PROBE = '/api/_probe';

// Nx ends its tasks with SIGTERM. Playwright only knows Ctrl-C, and then stops the server.
process.once('SIGTERM', () => process.emit('SIGINT') || process.exit(143));

export default defineConfig({
  testDir: './proxy',
  // Of the rows about files, what no build has a part in.
  grep: [/@routing/, /@client-address/, /@forged-forwarding/, /is 404: no listing/],
  outputDir: `${reports}/routing-dev`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: browserLaunch(),
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  reporter: [[process.env.CI ? 'list' : 'line'], ['junit', { outputFile: `${reports}/routing-dev.xml` }]],
  webServer: {
    command: 'npm run dev',
    cwd: WORKSPACE_ROOT,
    env: server.environment,
    url: `${server.url}/api/readyz`,
    timeout: 60_000,
    // The servers have process groups of their own, which the command ends.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
