import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { workersOf } from '../support/processes.ts';
import { RawConnection } from '../support/raw-http.ts';
import { secondsUntil } from '../support/seconds.ts';
import type { Service, Stack } from '../support/stack.ts';
import { expect, meanwhile, RESOLVER_TIME, test } from './fault-stack.ts';
import { Load, NO_LOSSES } from './load.ts';

/** So many generations of workers must come and go. */
const GENERATIONS = 2;

/** Seconds in which a client may still send what it was about to send. */
const KEPT = 2;

/** Replace all workers of a program, and wait until none of the old ones is left. */
async function replaceWorkers(stack: Stack, service: Service, replace: () => Promise<unknown>): Promise<void> {
  const old = await workersOf(stack, service);
  await replace();
  await expect
    .poll(async () => (await workersOf(stack, service)).filter((pid) => old.includes(pid)), { timeout: 15_000 })
    .toEqual([]);
}

row('reload-under-load', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('Nginx is reloaded: no request fails, none is sent twice', async ({ origin, stack }) => {
    const load = new Load(origin);
    for (let generation = 0; generation < GENERATIONS; generation += 1) {
      await replaceWorkers(stack, 'web', () => stack.exec('web', ['nginx', '-s', 'reload']));
    }
    expect(await load.stop()).toEqual(NO_LOSSES);
    expect(load).toMatchObject({ refused: 0, unconnected: 0 });
  });

  test(`a connection that has just served a request stays open for ${KEPT} seconds after a reload`, async ({
    origin,
    stack,
  }) => {
    const connection = await RawConnection.open(origin);
    connection.send(`GET ${deployment.app.page} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect((await connection.read()).status).toBe(200);
    const closed = meanwhile(secondsUntil(connection.closed(), KEPT + 1));
    await stack.exec('web', ['nginx', '-s', 'reload']);
    expect(await closed).toBeTheLimit(KEPT);
  });

  test('Gunicorn is told to reload (HUP): no request fails, none is sent twice', async ({ origin, stack }) => {
    const load = new Load(origin);
    for (let generation = 0; generation < GENERATIONS; generation += 1) {
      await replaceWorkers(stack, 'api', () => stack.compose(['kill', '--signal', 'HUP', 'api']));
    }
    expect(await load.stop()).toEqual(NO_LOSSES);
    expect(load).toMatchObject({ refused: 0, unconnected: 0 });
  });

  test('the application is replaced: what was begun is finished, what comes in between is told to come again', async ({
    ask,
    origin,
    stack,
  }) => {
    const load = new Load(origin);
    await expect.poll(() => load.served).toBeGreaterThan(20);
    await stack.recreate('api');
    await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
    expect(await load.stop()).toEqual(NO_LOSSES);
    // One replica: there is a gap, and every request that falls into it is refused at once.
    expect(load.refused).toBeGreaterThan(0);
  });
});

row('access-log', { needs: ['engine'] }, () => {
  test('what Gunicorn says of itself is one line of JSON each, after a reload too', async ({ stack }) => {
    const since = new Date();
    await replaceWorkers(stack, 'api', () => stack.compose(['kill', '--signal', 'HUP', 'api']));
    const lines = (await stack.output('api', 'both', since)).split('\n');
    const booting = lines.filter((line) => line.includes('Booting worker'));
    // As many as there are workers, and not once more in words of its own.
    expect(booting).toHaveLength((await workersOf(stack, 'api')).length);
    for (const line of booting) expect(JSON.parse(line)).toMatchObject({ logger: 'gunicorn.error', level: 'info' });
  });
});
