import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { docker } from '../support/command.ts';
import { askGunicorn } from '../support/inside.ts';
import { expect, test } from './fault-stack.ts';

interface Checks {
  database: { ok: boolean; duration_ms: number | null };
  migrations: { ok: boolean; pending: number | null };
}

/** SQLite's file and what stands beside it, readable to its owner or to nobody. */
const allow = (mode: string) => ['sh', '-c', `chmod ${mode} /data/app.sqlite3*`];

row('health', { needs: ['engine', 'private'] }, () => {
  test.beforeAll(({ stack }) => stack.exec('api', allow('000')));

  test.afterAll(({ stack }) => stack.exec('api', allow('600')));

  test('without its database the application lives, and is not ready', async ({ ask }) => {
    const live = await ask('/api/livez');
    expect(live.json()).toMatchObject({ status: 'ok', checks: { process: { ok: true } } });

    const ready = await ask('/api/readyz');
    expect(ready.status).toBe(503);
    const { checks, status } = ready.json<{ status: string; checks: Checks }>();
    expect(status).toBe('unavailable');
    expect(checks.database).toEqual({ ok: false, duration_ms: null });
    expect(checks.migrations).toEqual({ ok: false, pending: null });
    expect(ready.header('Cache-Control')).toMatch(/no-store/);
  });

  test('the engine leaves the container alone', async ({ stack }) => {
    const health = ['inspect', '--format', '{{.State.Health.Status}}', await stack.container('api')];
    // The image's own check, asked once more.
    await stack.exec('api', ['python', '-IS', '/app/healthcheck.py']);
    expect((await docker(health)).trim()).toBe('healthy');
  });

  test('a view that needs the database answers 500 problem+json', async ({ ask }) => {
    const headers = { Cookie: `sessionid=${'a'.repeat(32)}` };
    const answer = await ask(deployment.api.private ?? '', { headers });
    expect(answer).toBeProblem(500);
    expect(answer.text).not.toMatch(/sqlite|database/i);
  });
});

row('health', { needs: ['engine'] }, () => {
  test('a database that is back makes the application ready again', async ({ ask, stack }) => {
    await stack.exec('api', allow('000'));
    expect((await ask('/api/readyz')).status).toBe(503);
    await stack.exec('api', allow('600'));
    const ready = await ask('/api/readyz');
    expect(ready.status).toBe(200);
    expect(ready.json()).toMatchObject({
      status: 'ok',
      checks: { database: { ok: true }, migrations: { pending: 0 } },
    });
  });

  test('liveness answers whoever asks by address, as an orchestrator does; readiness wants a known name', async ({
    stack,
  }) => {
    const byAddress = { host: '10.0.0.7:8000' };
    expect((await askGunicorn(stack, '/api/livez', byAddress)).status).toBe(200);
    expect(await askGunicorn(stack, '/api/readyz', byAddress)).toBeProblem(400);
  });
});
