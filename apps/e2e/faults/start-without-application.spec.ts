import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

const { api, app } = deployment;

row('start-without-application', { needs: ['engine'] }, () => {
  test.beforeAll(async ({ stack }) => {
    await stack.remove('api');
    await stack.recreate('web');
  });

  test.afterAll(({ stack }) => stack.start('api'));

  test('the app is served, and the API returns 502 problem+json', async ({ send }) => {
    for (const address of app.addresses) {
      const page = await send(address);
      expect(page.status).toBe(200);
      expect(page.text).toContain(app.marker);
    }
    expect(await send(api.open)).toBeProblem(502);
    expect(await send(api.open, { method: 'POST', body: '{}' })).toBeProblem(502);
  });

  test('an application that starts later is found without a restart of Nginx', async ({ send, stack }) => {
    const startedAt = () => stack.exec('web', ['stat', '-c', '%y', '/proc/1']);
    const before = await startedAt();
    await stack.start('api');
    await expect.poll(async () => (await send(api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
    expect(await startedAt()).toBe(before);
  });
});
