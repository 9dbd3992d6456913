import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { OneOff } from '../support/one-off.ts';
import { secondsUntil } from '../support/seconds.ts';
import { expect, RESOLVER_TIME, test } from './fault-stack.ts';

const { api, app, health } = deployment;
/** Seconds that Nginx waits for a connection to the application. */
const CONNECT_LIMIT = 3;

test.describe('the application is down', () => {
  test.beforeAll(({ stack }) => stack.stop('api'));

  test.afterAll(({ stack }) => stack.start('api'));

  row('health', { needs: ['engine', 'health'] }, () => {
    test("Nginx's own health says nothing about the application", async ({ ask, stack }) => {
      expect((await ask(api.open)).status).toBe(502);
      expect(await ask(health ?? '')).toMatchObject({ status: 200, text: 'ok\n' });
      // As the image's own check asks.
      expect(await stack.exec('web', ['curl', '--silent', 'http://127.0.0.1:8080/healthz'])).toBe('ok\n');
    });
  });

  row('application-down', { needs: ['engine'] }, () => {
    for (const method of ['GET', 'POST']) {
      test(`${method} under ${api.prefix} answers 502 problem+json with Retry-After`, async ({ ask }) => {
        const answer = await ask(api.open, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
        expect(answer).toBeProblem(502);
        expect(answer.header('Retry-After')).toBe('5');
        expect(answer).toCarrySafetyHeaders();
        expect(answer.header('Cache-Control')).toBe('no-store');
      });
    }

    test('elsewhere a page for people comes, with the request id', async ({ ask }) => {
      const answer = await ask('/admin/');
      expect(answer.status).toBe(502);
      expect(answer.header('Content-Type')).toMatch(/^text\/html/);
      expect(answer.text).toContain(answer.header('X-Request-ID'));
      expect(answer.header('Retry-After')).toBe('5');
      expect(answer).toCarrySafetyHeaders();
    });

    test('the app itself still loads', async ({ ask }) => {
      const page = await ask(app.addresses.at(-1) ?? '/');
      expect(page.status).toBe(200);
      expect(page.text).toContain(app.marker);
    });

    test.describe('an application that takes no connection', () => {
      let silent: OneOff;

      test.beforeAll(async ({ stack }) => {
        const listener = { program: 'python', arguments: ['-m', 'probe.silent_listener'] };
        silent = await OneOff.start(stack, 'api', { ...listener, isNamed: true });
        await expect.poll(() => silent.output('stdout')).toBe('full\n');
      });

      test.afterAll(() => silent.remove());

      test(`is given up after ${CONNECT_LIMIT} seconds with 502, not taken for a slow view`, async ({ ask }) => {
        let took = 0;
        let answer = await ask(api.open);
        // At first nobody has the name.
        await expect
          .poll(async () => {
            const answered = ask(api.open).then((each) => (answer = each));
            return (took = await secondsUntil(answered, CONNECT_LIMIT + 1));
          })
          .toBeGreaterThan(0.2);
        expect(took).toBeTheLimit(CONNECT_LIMIT);
        expect(answer).toBeProblem(502);
        expect(answer.header('Retry-After')).toBe('5');
      });
    });
  });

  // The last one: the application runs again.
  row('application-back', { needs: ['engine'] }, () => {
    test('requests are served again, every one, with no reload of Nginx', async ({ ask, stack }) => {
      const loadedAt = () => stack.exec('web', ['stat', '-c', '%y', '/proc/1']);
      const before = await loadedAt();
      await stack.start('api');
      await expect.poll(async () => (await ask(api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
      expect(await loadedAt()).toBe(before);
      // Back for good: not one of the following requests meets an old address.
      const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await ask(api.open)).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
    });
  });
});
