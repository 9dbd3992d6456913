import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { accessLine, MEMBERS, now, rawAccessLines } from '../support/access-log.ts';
import { open } from '../support/http.ts';
import { markName } from '../support/probe.ts';
import { connected } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

const { api, app, files, health, probe: probed } = deployment;
const CLOSE = 'Host: localhost\r\nConnection: close\r\n\r\n';
const unique = () => randomBytes(6).toString('hex');

/** Send bytes; returns the request's id, how many bytes went, and how many came until the end. */
async function counted(
  origin: string,
  bytes: string,
): Promise<{ id: string | undefined; sent: number; received: number }> {
  return connected(origin, async (connection) => {
    connection.send(bytes);
    const received = await connection.closed();
    const id = /\r\nX-Request-ID: (\S+)\r\n/.exec(received.toString('latin1'))?.[1];
    return { id, sent: Buffer.from(bytes, 'latin1').length, received: received.length };
  });
}

row('access-log', { needs: ['engine', 'probe'] }, () => {
  test('a line says exactly who asked for what, who answered it, with how much, and when', async ({
    origin,
    probe,
    stack,
  }) => {
    const since = now();
    const started = Math.floor(Date.now() / 1000);
    const agent = 'agent/1.0 (a "quoted" \\ word)';
    const bytes = `POST ${probed}/body?token=of-nobody HTTP/1.1\r\nUser-Agent: ${agent}\r\nContent-Length: 5\r\n${CLOSE}12345`;
    const { id, sent, received } = await counted(origin, bytes);
    const line = await accessLine(stack, id, since);

    expect(Object.keys(line)).toEqual(MEMBERS);
    const { client_address: client } = await probe.echo();
    const { time, duration_seconds: duration, upstream_duration_seconds: upstreamDuration, ...rest } = line;
    expect(rest).toEqual({
      logger: 'nginx.access',
      request_id: id,
      client,
      peer: client,
      method: 'POST',
      path: `${probed}/body`,
      protocol: 'HTTP/1.1',
      status: 200,
      bytes_received: sent,
      bytes_sent: received,
      upstream: `${await stack.address('api')}:8000`,
      upstream_status: '200',
      agent,
    });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(Date.parse(time) / 1000).toBeGreaterThanOrEqual(started - 1);
    expect(Date.parse(time) / 1000).toBeLessThanOrEqual(Date.now() / 1000 + 1);
    expect(upstreamDuration).toMatch(/^\d+\.\d{3}$/);
    expect(Number(upstreamDuration)).toBeLessThanOrEqual(duration + 0.002);
  });

  test('its duration is how long the client waited, and the application’s part of it', async ({
    ask,
    origin,
    probe,
    stack,
  }) => {
    const since = now();
    const name = markName();
    const started = performance.now();
    const { stream, headers } = await open(origin, `${probed}/stream/${name}`);
    const begun = performance.now();
    await ask(api.open);
    const released = performance.now();
    await probe.leaveMark(`${name}-go-on`);
    await stream.resume().toArray();
    const ended = performance.now();
    const id = headers.find(([header]) => header === 'X-Request-ID')?.[1];
    const { duration_seconds: duration, upstream_duration_seconds: upstream } = await accessLine(stack, id, since);
    for (const seconds of [duration, Number(upstream)]) {
      // Nginx counts in milliseconds.
      expect(seconds).toBeGreaterThanOrEqual((released - begun) / 1000 - 0.002);
      expect(seconds).toBeLessThanOrEqual((ended - started) / 1000 + 0.002);
    }
  });

  test('an answer of Nginx’s own names no application', async ({ origin, stack }) => {
    const since = now();
    const missing = `${files.folders[0]}${unique()}.js`;
    for (const [method, path, status] of [
      ['GET', app.page, 200],
      ['HEAD', app.page, 200],
      ['GET', missing, 404],
      ['POST', app.page, 405],
    ] as const) {
      const { id, sent, received } = await counted(origin, `${method} ${path} HTTP/1.1\r\n${CLOSE}`);
      const own = { upstream: '', upstream_status: '', upstream_duration_seconds: '', agent: '' };
      const figures = { status, bytes_received: sent, bytes_sent: received };
      expect(await accessLine(stack, id, since)).toMatchObject({ method, path, ...figures, ...own });
    }
  });

  test("the application's errors and Nginx's are told apart", async ({ ask, stack }) => {
    const since = now();
    const failed = await ask(`${probed}/status/503`);
    const line = await accessLine(stack, failed.header('X-Request-ID'), since);
    expect(line).toMatchObject({ status: 503, upstream_status: '503' });
    const large = {
      method: 'POST',
      headers: { 'Content-Length': String(deployment.limits.bodyBytes + 1) },
      body: [''],
    };
    const refused = await ask(`${probed}/body`, large);
    const own = await accessLine(stack, refused.header('X-Request-ID'), since);
    expect(own).toMatchObject({ status: 413, upstream: '', upstream_status: '' });
  });

  test("Nginx's own health is asked too often to be worth a line", async ({ ask, stack }) => {
    const since = now();
    const checked = await ask(health ?? '/healthz');
    const next = await ask(app.page);
    await accessLine(stack, next.header('X-Request-ID'), since);
    expect((await rawAccessLines(stack, since)).join('\n')).not.toContain(checked.header('X-Request-ID'));
  });
});
