import { docker } from '../support/command.ts';
import { databaseOutage } from '../support/database.ts';
import { SESSION_COOKIE } from '../support/identity.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import type { Service } from '../support/stack.ts';
import { deployment, expect, reloadGunicorn, replaceWorkers, row, test } from './fault-stack.ts';

row('health', { needs: ['engine'] }, () => {
  test("the health checks do not use the organization's HTTP proxy", async ({ stack }) => {
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
    const environment = Object.fromEntries(names.map((name) => [name, 'http://127.0.0.1:9']));
    const services: Service[] = ['web', 'api'];
    const containers = await Promise.all(
      services.map((service) => OneOffContainer.start(stack, service, { environment })),
    );
    try {
      for (const container of containers) await expect.poll(() => container.health()).toBe('healthy');
    } finally {
      for (const container of containers) await container.remove();
    }
  });
});

row('health', { needs: ['engine'] }, () => {
  test('a container that is about to stop fails the health check and still serves', async ({ send, stack }) => {
    const file = '/tmp/nginx/draining';
    // Every worker process responds, and each has a cache.
    const statuses = async () => {
      const responses = await Promise.all(Array.from({ length: 20 }, () => send('/healthz')));
      return [...new Set(responses.map(({ status }) => status))];
    };
    expect(await statuses()).toEqual([200]);
    await stack.exec('web', ['touch', file]);
    try {
      expect(await statuses()).toEqual([503]);
      expect((await send('/')).status).toBe(200);
      expect((await send(deployment.api.open)).status).toBe(200);
    } finally {
      await stack.exec('web', ['rm', file]);
    }
  });
});

row('health', { needs: ['engine', 'accounts'] }, () => {
  test.beforeAll(async ({ stack }) => {
    await stack.compose(databaseOutage.begin);
    // The old workers have open connections.
    await replaceWorkers(stack, 'api', () => reloadGunicorn(stack));
  });

  test.afterAll(({ stack }) => stack.compose(databaseOutage.end));

  test('without its database the application is live but not ready', async ({ send }) => {
    const live = await send('/api/livez');
    expect(live.json()).toMatchObject({ status: 'ok', checks: { process: { ok: true } } });

    const ready = await send('/api/readyz');
    expect(ready.status).toBe(503);
    expect(ready.json()).toMatchObject({
      status: 'unavailable',
      checks: { database: { ok: false, duration_ms: null }, migrations: { ok: false, pending: null } },
    });
    expect(ready.header('Cache-Control')).toMatch(/no-store/);
  });

  test('without its database the container stays healthy, so that it is not restarted', async ({ stack }) => {
    const health = ['inspect', '--format', '{{.State.Health.Status}}', await stack.container('api')];
    // The image's own health check.
    await stack.exec('api', ['python', '-IS', '/app/healthcheck.py']);
    expect((await docker(health)).trim()).toBe('healthy');
  });

  test('a view that needs the database returns 503 problem+json with Retry-After', async ({ send }) => {
    const headers = { Cookie: `${SESSION_COOKIE}=${'a'.repeat(32)}` };
    const response = await send(deployment.accounts?.session ?? '', { headers });
    expect(response).toBeProblem(503);
    expect(response.header('Retry-After')).toBe('5');
    expect(response.text).not.toMatch(/sqlite|postgres|database/i);
  });
});
