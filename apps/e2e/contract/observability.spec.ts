import { freePort } from '../support/free-port.ts';
import { send as sendTo } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { deployment, expect, row, test as contractTest } from './contract-test.ts';

const { app } = deployment;
const DSN = 'https://key@sentry.example:9000/1';

/** Nginx with everything on that is off by default. The stack's own Nginx has the defaults. */
const test = contractTest.extend<{ nginx: { origin: string; web: OneOffContainer } }>({
  nginx: async ({ stack }, use) => {
    const port = await freePort();
    const environment = { APP_METRICS: 'on', APP_SENTRY_BROWSER_DSN: DSN };
    const web = await OneOffContainer.start(stack, 'web', { environment, port });
    const origin = `http://localhost:${port}`;
    try {
      const status = () => sendTo(origin, '/healthz').then((response) => response.status);
      await expect.poll(() => status().catch(() => 0)).toBe(200);
      await use({ origin, web });
    } finally {
      await web.remove();
    }
  },
});

row('observability', { needs: ['engine'] }, () => {
  test('the app reads the DSN from /config.json, and the policy allows it', async ({ nginx, origin, send }) => {
    const config = await sendTo(nginx.origin, '/config.json');
    expect(config.json()).toEqual({ sentryDsn: DSN });
    expect(config.header('Content-Type')).toBe('application/json');
    const policyOf = async (origin: string) => (await sendTo(origin, app.page)).header('Content-Security-Policy');
    expect(await policyOf(nginx.origin)).toContain(" connect-src 'self' https://sentry.example:9000;");
    expect(await policyOf(origin)).toContain(" connect-src 'self';");
    expect((await send('/config.json')).json()).toEqual({});
  });

  test('Nginx counts requests on port 8081 of the container, and not on the published port', async ({ nginx }) => {
    const { origin, web } = nginx;
    const scrape = (address: string) => web.exec(['curl', '--silent', `http://${address}/metrics`]);
    for (const address of ['127.0.0.1:8081', '[::1]:8081']) {
      expect(await scrape(address)).toMatch(/^Active connections: \d+ \nserver accepts handled requests\n/);
    }
    const published = ['/metrics', '/stub_status', '/api/metrics'];
    for (const path of published) expect((await sendTo(origin, path)).text).not.toContain('Active connections');
    await web.signal('QUIT');
    await web.exited();
    const lines = (await web.output('stdout')).trim().split('\n');
    const paths = lines.map((line) => (JSON.parse(line) as { path: string }).path);
    // Each worker writes its lines when it stops, so the order varies.
    expect(paths.sort()).toEqual(published.sort());
  });
});
