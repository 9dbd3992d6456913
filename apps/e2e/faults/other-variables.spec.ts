import { CSRF_COOKIE, SESSION_COOKIE } from '../support/identity.ts';
import { Session } from '../support/session.ts';
import { newCredentials } from '../support/users.ts';
import { Load, NO_LOSSES } from './load.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

const { admin, api, probe: PROBE } = deployment;
/** Processes of the application that must have responded: several generations of workers. */
const PROCESSES = 6;
/** APP_MAX_REQUESTS: with the jitter, a worker responds to at least this many requests, half of them POSTs. */
const MAX_REQUESTS = 50;
/** More than the temporary folder of the application holds (compose.yaml). */
const UPLOAD_BYTES = 70_000_000;

// These tests share one recreation of the containers.
test.describe('with other variables', () => {
  test.beforeAll(async ({ origin, stack }) => {
    await stack.recreate('api', {
      APP_PUBLIC_URL: origin.replace('http:', 'https:'),
      APP_MAX_REQUESTS: String(MAX_REQUESTS),
      APP_MAX_BODY_BYTES: String(UPLOAD_BYTES + 1000),
    });
    await stack.recreate('web');
  });

  test.afterAll(async ({ origin, stack }) => {
    await stack.recreate('api', { APP_PUBLIC_URL: origin, APP_MAX_REQUESTS: '', APP_MAX_BODY_BYTES: '' });
    await stack.recreate('web');
  });

  row('body-limit', { needs: ['engine', 'writing'] }, () => {
    test('parallel uploads larger than the temporary folder are refused and do not fail', async ({ origin }) => {
      const session = new Session(origin);
      const page = admin?.page ?? '';
      await expect.poll(async () => (await session.send(page)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
      const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
      const body = Buffer.concat([Buffer.from(part), Buffer.alloc(UPLOAD_BYTES), Buffer.from('\r\n--x--\r\n')]);
      // The CSRF check parses the whole body before it refuses the request.
      const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'X-CSRFToken': 'wrong' };
      const responses = await Promise.all([1, 2].map(() => session.send(page, { method: 'POST', headers, body })));
      expect(responses.map(({ status }) => status)).toEqual([403, 403]);
    });
  });

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
