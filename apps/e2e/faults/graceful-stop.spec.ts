import { docker } from '../support/command.ts';
import { setMarkInContainer } from '../support/gunicorn.ts';
import { open } from '../support/http.ts';
import { markName } from '../support/probe.ts';
import { RawConnection, requestText } from '../support/raw-http.ts';
import type { Service, Stack } from '../support/stack.ts';
import { Load, NO_LOSSES } from './load.ts';
import {
  deployment,
  expect,
  REQUEST_TIMEOUT_SECONDS,
  RESOLVER_TIMEOUT_MS,
  row,
  startInBackground,
  test,
} from './fault-stack.ts';

const { api, probe: PROBE } = deployment;
/** Seconds after which Gunicorn stops although a connection is open: its graceful_timeout. An idle server must not need it. */
const GRACEFUL_TIMEOUT = REQUEST_TIMEOUT_SECONDS + 5;

interface Stop {
  /** When the engine signalled the container and when it exited, in seconds of the engine's clock. */
  signalled: number;
  exited: number;
  /** 137 after SIGKILL. */
  code: number;
}

async function stopOf(stack: Stack, service: Service, since: Date): Promise<Stop> {
  const filters = ['--filter', `container=${await stack.container(service)}`];
  const span = ['--since', since.toISOString(), '--until', new Date().toISOString()];
  const events = await docker(['events', ...span, ...filters, '--format', '{{.Action}} {{.TimeNano}}']);
  const at = (action: string) => Number(new RegExp(`^${action} (\\d+)$`, 'm').exec(events)?.[1]) / 1e9;
  const code = await docker(['inspect', '--format', '{{.State.ExitCode}}', await stack.container(service)]);
  return { signalled: at('kill'), exited: at('die'), code: Number(code) };
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

  test('an idle stack with a kept-alive connection stops before any timeout', async ({ origin, stack }) => {
    const connection = await RawConnection.open(origin);
    connection.send(requestText(origin, { target: api.open }));
    expect((await connection.read()).status).toBe(200);

    const since = new Date();
    await stack.compose(['stop']);
    const [web, app] = [await stopOf(stack, 'web', since), await stopOf(stack, 'api', since)];
    for (const { signalled, exited, code } of [web, app]) {
      expect(code).toBe(0);
      expect(exited - signalled).toBeLessThan(GRACEFUL_TIMEOUT);
    }
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
