import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expect, RESOLVER_TIME, test } from './fault-stack.ts';

const { api, app } = deployment;

row('start-without-application', { needs: ['engine'] }, () => {
  test.beforeAll(async ({ stack }) => {
    await stack.remove('api');
    await stack.recreate('web');
  });

  test.afterAll(({ stack }) => stack.start('api'));

  test('the app is served, and under the API 502 problem+json', async ({ ask }) => {
    for (const address of app.addresses) {
      const page = await ask(address);
      expect(page.status).toBe(200);
      expect(page.text).toContain(app.marker);
    }
    expect(await ask(api.open)).toBeProblem(502);
    expect(await ask(api.open, { method: 'POST', body: '{}' })).toBeProblem(502);
  });

  test('the application is found when it comes, with no restart of Nginx', async ({ ask, stack }) => {
    const startedAt = () => stack.exec('web', ['stat', '-c', '%y', '/proc/1']);
    const before = await startedAt();
    await stack.start('api');
    await expect.poll(async () => (await ask(api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
    expect(await startedAt()).toBe(before);
  });
});
