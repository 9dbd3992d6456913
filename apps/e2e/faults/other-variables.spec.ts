import { CSRF_COOKIE, SESSION_COOKIE } from '../support/identity.ts';
import { newCredentials } from '../support/users.ts';
import { Load, NO_LOSSES } from './load.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

const { api, probe: PROBE } = deployment;
/** Processes of the application that must have responded: several generations of workers. */
const PROCESSES = 6;
/** APP_MAX_REQUESTS: with the jitter, a worker responds to at least this many requests, half of them POSTs. */
const MAX_REQUESTS = 50;

// These tests share one recreation of the application.
test.describe('with other variables', () => {
  test.beforeAll(async ({ origin, stack }) => {
    await stack.recreate('api', {
      APP_PUBLIC_URL: origin.replace('http:', 'https:'),
      APP_MAX_REQUESTS: String(MAX_REQUESTS),
    });
  });

  test.afterAll(({ origin, stack }) => stack.recreate('api', { APP_PUBLIC_URL: origin, APP_MAX_REQUESTS: '' }));

  row('cookies', { needs: ['engine', 'probe'] }, () => {
    test('the session and CSRF cookies are Secure if the public URL is https', async ({ send }) => {
      await expect.poll(async () => (await send(api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
      const response = await send(`${PROBE}/user`, { method: 'POST', body: JSON.stringify(newCredentials()) });
      const cookies = response.all('Set-Cookie');
      expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([CSRF_COOKIE, SESSION_COOKIE]);
      for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/i);
    });
  });

  row('reload-under-load', { needs: ['engine', 'probe', 'writing'] }, () => {
    test('constant worker recycling fails or repeats no request', async ({ origin, send }) => {
      await expect.poll(async () => (await send(api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
      const load = new Load(origin);
      await expect.poll(() => load.processes.size, { timeout: 30_000 }).toBeGreaterThan(PROCESSES);
      expect(await load.stop()).toEqual(NO_LOSSES);
      expect(load).toMatchObject({ refused: 0, unconnected: 0 });
      expect(Math.max(...load.processes.values())).toBeGreaterThan(MAX_REQUESTS / 3);
    });
  });

  // Last in this block: requests to the old host are rejected afterwards.
  row('foreign-host', { needs: ['engine', 'probe'] }, () => {
    test('localhost is rejected if the public URL has another host', async ({ send, stack }) => {
      await stack.recreate('api', { APP_PUBLIC_URL: 'https://app.example' });
      const status = async (host: string) => (await send(`${PROBE}/gateway`, { headers: { Host: host } })).status;
      await expect.poll(() => status('app.example'), { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
      for (const host of ['localhost', '127.0.0.1', '[::1]']) expect(await status(host)).toBe(400);
    });
  });
});
