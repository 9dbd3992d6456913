import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { docker } from '../support/command.ts';
import { open } from '../support/http.ts';
import { leaveMarkInside } from '../support/inside.ts';
import { markName } from '../support/probe.ts';
import { RawConnection } from '../support/raw-http.ts';
import type { Service, Stack } from '../support/stack.ts';
import { Load, NO_LOSSES } from './load.ts';
import { expect, meanwhile, RESOLVER_TIME, test } from './fault-stack.ts';

/** Seconds; the contract's own number. */
const IDLE_STOP = 5;

/** When the engine told a container to stop, and when it ended: seconds of the engine's own clock. */
async function stopOf(stack: Stack, service: Service, since: Date): Promise<{ told: number; ended: number }> {
  const filters = ['--filter', `container=${await stack.container(service)}`];
  const span = ['--since', since.toISOString(), '--until', new Date().toISOString()];
  const events = await docker(['events', ...span, ...filters, '--format', '{{.Action}} {{.TimeNano}}']);
  const at = (action: string) => Number(new RegExp(`^${action} (\\d+)$`, 'm').exec(events)?.[1]) / 1e9;
  return { told: at('kill'), ended: at('die') };
}

async function isRefused(origin: string): Promise<boolean> {
  return open(origin, '/').then(
    ({ stream }) => stream.destroy() === undefined,
    () => true,
  );
}

async function startAll(stack: Stack): Promise<void> {
  await stack.start('api');
  await stack.start('web');
}

row('graceful-stop', { needs: ['engine', 'probe', 'writing'] }, () => {
  test.afterAll(({ stack }) => startAll(stack));

  test(`an idle stack stops in under ${IDLE_STOP} seconds, connections that clients keep and all`, async ({
    origin,
    stack,
  }) => {
    const kept = await RawConnection.open(origin);
    kept.send(`GET ${deployment.api.open} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect((await kept.read()).status).toBe(200);

    const since = new Date();
    await stack.compose(['stop']);
    const [web, api] = [await stopOf(stack, 'web', since), await stopOf(stack, 'api', since)];
    // Without what the engine does in between.
    expect(web.ended - web.told + api.ended - api.told).toBeLessThan(IDLE_STOP);
    // Nginx first: it could not finish its requests without the application.
    expect(api.told).toBeGreaterThanOrEqual(web.ended);
    kept.close();
  });

  test('under load, what is in flight is finished before the stack ends, and nothing new is taken', async ({
    ask,
    origin,
    probe,
    stack,
  }) => {
    await startAll(stack);
    const load = new Load(origin);
    const name = markName();
    const answer = meanwhile(ask(`${deployment.probe}/hold/${name}`));
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    const stopped = meanwhile(stack.compose(['stop']));
    await expect.poll(() => isRefused(origin)).toBe(true);
    await leaveMarkInside(stack, `${name}-go-on`);
    const { status, json } = await answer.then((each) => ({ status: each.status, json: each.json() }));
    expect({ status, json }).toEqual({ status: 200, json: { released: true } });
    await stopped;
    await load.end();
    await startAll(stack);
    await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
    expect(await load.stop()).toEqual(NO_LOSSES);
    expect(load.refused).toBe(0);
  });

  // Its listening socket stays open until the last worker has gone: what comes meanwhile waits there, unread.
  test('a request in flight is finished before the application ends; what comes meanwhile is refused, undone', async ({
    ask,
    probe,
    stack,
  }) => {
    await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
    const name = markName();
    const inFlight = meanwhile(ask(`${deployment.probe}/hold/${name}`));
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    const since = new Date();
    const stopped = meanwhile(stack.stop('api'));
    await expect.poll(() => stack.output('api', 'stderr', since)).toContain('Handling signal: term');
    const late = meanwhile(ask(`${deployment.probe}/marks/${name}-late`, { method: 'POST' }));
    await leaveMarkInside(stack, `${name}-go-on`);
    expect((await inFlight).json()).toEqual({ released: true });
    expect(await late).toBeProblem(502);
    expect((await late).header('Retry-After')).toBe('5');
    await stopped;
  });
});
