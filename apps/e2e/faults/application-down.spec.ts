import { OneOffContainer } from '../support/one-off-container.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

const { api, app, health } = deployment;
/** Seconds: Nginx's `proxy_connect_timeout`. */
const CONNECT_TIMEOUT = 3;

test.describe('while the application is down', () => {
  test.beforeAll(({ stack }) => stack.stop('api'));

  test.afterAll(({ stack }) => stack.start('api'));

  row('health', { needs: ['engine', 'health'] }, () => {
    test("Nginx's own health check passes", async ({ send, stack }) => {
      expect((await send(api.open)).status).toBe(502);
      expect(await send(health ?? '')).toMatchObject({ status: 200, text: 'ok\n' });
      // The command of the image's health check.
      expect(await stack.exec('web', ['curl', '--silent', 'http://127.0.0.1:8080/healthz'])).toBe('ok\n');
    });
  });

  row('application-down', { needs: ['engine'] }, () => {
    for (const method of ['GET', 'POST']) {
      test(`${method} under ${api.prefix} returns 502 problem+json with Retry-After`, async ({ send }) => {
        const response = await send(api.open, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
        expect(response).toBeProblem(502);
        expect(response.header('Retry-After')).toBe('5');
        expect(response.all('Refresh')).toEqual([]);
        expect(response).toHaveSecurityHeaders();
        expect(response.header('Cache-Control')).toBe('no-store');
      });
    }

    test('the admin returns 502 as a page with the request id, which a browser loads again unless it sent a form', async ({
      send,
    }) => {
      const response = await send('/admin/');
      expect(response.status).toBe(502);
      expect(response.header('Content-Type')).toMatch(/^text\/html/);
      expect(response.text).toContain(response.header('X-Request-ID'));
      expect(response.header('Retry-After')).toBe('5');
      expect(response.header('Refresh')).toBe('5');
      expect((await send('/admin/', { method: 'POST' })).all('Refresh')).toEqual([]);
      expect(response).toHaveSecurityHeaders();
    });

    test('the app still loads', async ({ send }) => {
      const page = await send(app.addresses.at(-1) ?? '/');
      expect(page.status).toBe(200);
      expect(page.text).toContain(app.marker);
    });

    test.describe('an application that accepts no connection', () => {
      let silent: OneOffContainer;

      test.beforeAll(async ({ stack }) => {
        const listener = { program: 'python', arguments: ['-m', 'probe.silent_listener'] };
        silent = await OneOffContainer.start(stack, 'api', { ...listener, hasServiceName: true });
        await expect.poll(() => silent.output('stdout')).toBe('full\n');
      });

      test.afterAll(() => silent.remove());

      test(`returns 502 after ${CONNECT_TIMEOUT} seconds`, async ({ send }) => {
        let took = 0;
        let response = await send(api.open);
        // A quick 502 means that Nginx has not resolved the new name yet.
        await expect
          .poll(async () => {
            const responded = send(api.open).then((each) => (response = each));
            return (took = await secondsUntil(responded, CONNECT_TIMEOUT + 1));
          })
          .toBeGreaterThan(0.2);
        expect(took).toMatchTimeout(CONNECT_TIMEOUT);
        expect(response).toBeProblem(502);
        expect(response.header('Retry-After')).toBe('5');
      });
    });
  });

  // Last in this block: it starts the application again.
  row('application-back', { needs: ['engine'] }, () => {
    test('every request is served again without a reload of Nginx', async ({ send, stack }) => {
      const startedAt = () => stack.exec('web', ['stat', '-c', '%y', '/proc/1']);
      const before = await startedAt();
      await stack.start('api');
      await expect.poll(async () => (await send(api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
      expect(await startedAt()).toBe(before);
      // No later request uses an old address.
      const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await send(api.open)).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
    });
  });
});
