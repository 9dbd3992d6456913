import { expect, RESOLVER_TIME, test } from './fault-stack';

test.describe('Gunicorn down', () => {
  test.beforeAll(({ stack }) => stack.stop('api'));

  test.afterAll(({ stack }) => stack.start('api'));

  for (const method of ['GET', 'POST']) {
    test(`${method} under /api/ answers 502 or 503 problem+json with Retry-After`, async ({ ask }) => {
      const answer = await ask('/api/notes', { method, ...(method === 'POST' ? { body: '{}' } : {}) });
      expect([502, 503]).toContain(answer.status);
      expect(answer).toBeProblem(answer.status);
      expect(Number(answer.header('Retry-After'))).toBeGreaterThan(0);
      expect(answer).toCarrySafetyHeaders();
      expect(answer.header('Cache-Control')).toMatch(/no-store/);
    });
  }

  test('elsewhere a page for people comes, with the request id', async ({ ask }) => {
    const answer = await ask('/admin/');
    expect([502, 503]).toContain(answer.status);
    expect(answer.header('Content-Type')).toMatch(/^text\/html/);
    expect(answer.text).toContain(answer.header('X-Request-ID'));
    expect(Number(answer.header('Retry-After'))).toBeGreaterThan(0);
    expect(answer).toCarrySafetyHeaders();
  });

  test("the app itself still loads, and Nginx's own health stays green", async ({ ask }) => {
    const app = await ask('/notes');
    expect(app.status).toBe(200);
    expect(app.text).toContain('<div id="root">');
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  });
});

test('Gunicorn back: requests are served again with no reload of Nginx', async ({ ask, stack }) => {
  const loadedAt = () => stack.exec('web', ['stat', '-c', '%y', '/proc/1']);
  const before = await loadedAt();
  await stack.stop('api');
  expect((await ask('/api/readyz')).status).not.toBe(200);
  await stack.start('api');
  await expect.poll(async () => (await ask('/api/readyz')).status, { timeout: RESOLVER_TIME }).toBe(200);
  expect(await loadedAt()).toBe(before);
  // Back for good: not one of the following requests meets an old address.
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await ask('/api/readyz')).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});
