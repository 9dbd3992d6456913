import { workersOf } from '../support/processes.ts';
import { connected, requestText } from '../support/raw-http.ts';
import type { Stack } from '../support/stack.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { Load, NO_LOSSES } from './load.ts';
import {
  deployment,
  expect,
  reloadGunicorn,
  replaceWorkers,
  RESOLVER_TIMEOUT_MS,
  row,
  startInBackground,
  test,
} from './fault-stack.ts';

/** How often the workers are replaced. */
const GENERATIONS = 2;

/** Seconds: Nginx's `keepalive_min_timeout`. */
const KEPT = 2;

const reloadNginx = (stack: Stack) => stack.exec('web', ['nginx', '-s', 'reload']);

row('reload-under-load', { needs: ['engine', 'probe', 'writing'] }, () => {
  for (const [name, service, reload] of [
    ['Nginx', 'web', reloadNginx],
    ['Gunicorn', 'api', reloadGunicorn],
  ] as const) {
    test(`a reload of ${name} fails or repeats no request`, async ({ origin, stack }) => {
      const load = new Load(origin);
      for (let generation = 0; generation < GENERATIONS; generation += 1) {
        await replaceWorkers(stack, service, () => reload(stack));
      }
      expect(await load.stop()).toEqual(NO_LOSSES);
      expect(load).toMatchObject({ refused: 0, unconnected: 0 });
    });
  }

  test(`after a reload, a kept-alive connection stays open for ${KEPT} seconds`, async ({ origin, stack }) => {
    await connected(origin, async (connection) => {
      connection.send(requestText(origin, { target: deployment.app.page }));
      expect((await connection.read()).status).toBe(200);
      const closed = startInBackground(secondsUntil(connection.closed(), KEPT + 1));
      await reloadNginx(stack);
      expect(await closed).toMatchTimeout(KEPT);
    });
  });

  test('while the application is replaced, running requests finish', async ({ origin, send, stack }) => {
    const load = new Load(origin);
    await expect.poll(() => load.served).toBeGreaterThan(20);
    await stack.recreate('api');
    await expect.poll(async () => (await send(deployment.api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
    expect(await load.stop()).toEqual(NO_LOSSES);
    // With one replica there is a gap.
    expect(load.refused).toBeGreaterThan(0);
  });
});

row('access-log', { needs: ['engine'] }, () => {
  test("Gunicorn's own messages are one line of JSON each, also after a reload", async ({ stack }) => {
    const since = new Date();
    await replaceWorkers(stack, 'api', () => reloadGunicorn(stack));
    const lines = (await stack.output('api', 'both', since)).split('\n');
    const booting = lines.filter((line) => line.includes('Booting worker'));
    // One per worker, without a second copy in Gunicorn's default format.
    expect(booting).toHaveLength((await workersOf(stack, 'api')).length);
    for (const line of booting) expect(JSON.parse(line)).toMatchObject({ logger: 'gunicorn.error', level: 'info' });
  });
});
