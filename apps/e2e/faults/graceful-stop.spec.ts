import { docker } from '../support/command.ts';
import { setMarkInContainer } from '../support/gunicorn.ts';
import { open } from '../support/http.ts';
import { markName } from '../support/probe.ts';
import { RawConnection, requestText } from '../support/raw-http.ts';
import type { Service, Stack } from '../support/stack.ts';
import { Load, NO_LOSSES } from './load.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, startInBackground, test } from './fault-stack.ts';

const { api, probe: PROBE } = deployment;
/** Seconds within which an idle stack must stop. */
const IDLE_STOP = 5;

/** When the engine signalled a container and when the container exited, in seconds of the engine's clock. */
async function stopTimes(stack: Stack, service: Service, since: Date): Promise<{ signalled: number; exited: number }> {
  const filters = ['--filter', `container=${await stack.container(service)}`];
  const span = ['--since', since.toISOString(), '--until', new Date().toISOString()];
  const events = await docker(['events', ...span, ...filters, '--format', '{{.Action}} {{.TimeNano}}']);
  const at = (action: string) => Number(new RegExp(`^${action} (\\d+)$`, 'm').exec(events)?.[1]) / 1e9;
  return { signalled: at('kill'), exited: at('die') };
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

  test(`an idle stack with a kept-alive connection stops in under ${IDLE_STOP} seconds`, async ({ origin, stack }) => {
    const connection = await RawConnection.open(origin);
    connection.send(requestText(origin, { target: api.open }));
    expect((await connection.read()).status).toBe(200);

    const since = new Date();
    await stack.compose(['stop']);
    const [web, app] = [await stopTimes(stack, 'web', since), await stopTimes(stack, 'api', since)];
    // The time that the engine spends in between does not count.
    expect(web.exited - web.signalled + app.exited - app.signalled).toBeLessThan(IDLE_STOP);
    // Nginx stops first, because it needs the application to finish its requests.
    expect(app.signalled).toBeGreaterThanOrEqual(web.exited);
    connection.close();
  });

  test('under load, requests in flight finish and new ones are refused', async ({ origin, probe, send, stack }) => {
    await startAll(stack);
    const load = new Load(origin);
    const name = markName();
    const inFlight = startInBackground(send(`${PROBE}/hold/${name}`));
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    const stopped = startInBackground(stack.compose(['stop']));
    await expect.poll(() => isRefused(origin)).toBe(true);
    await setMarkInContainer(stack, `${name}-go-on`);
    const response = await inFlight;
    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ released: true });
    await stopped;
    await load.end();
    await startAll(stack);
    await expect.poll(async () => (await send(api.open)).status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
    expect(await load.stop()).toEqual(NO_LOSSES);
    expect(load.refused).toBe(0);
  });
});
