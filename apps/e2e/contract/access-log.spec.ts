import { randomBytes } from 'node:crypto';
import { accessLine, accessLineTo, logStart, MEMBERS, rawAccessLines, type AccessLine } from '../support/access-log.ts';
import { freePort } from '../support/free-port.ts';
import { CSRF_COOKIE, SESSION_COOKIE } from '../support/identity.ts';
import { send as sendTo } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { markName } from '../support/probe.ts';
import { connected, sendRaw } from '../support/raw-http.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { accounts, app, files, health, limits, probe: probePath } = deployment;
const END = 'Host: localhost\r\nConnection: close\r\n\r\n';
const HIDDEN = '(bytes outside ASCII)';
const TOO_LARGE = { method: 'POST', headers: { 'Content-Length': String(limits.bodyBytes + 1) }, body: [''] };

/** The load of the test for whole lines: enough for several buffers of each worker. */
const LOG_LOAD = { clients: 16, requests: 50 };

const unique = () => randomBytes(6).toString('hex');

/** Unusual requests, and what their log line must contain. */
const UNUSUAL: [what: string, bytes: string, logged: Partial<AccessLine>][] = [
  ['quotes and backslashes', `GET /a"b\\c HTTP/1.1\r\nUser-Agent: "\\"\r\n${END}`, { path: '/a"b\\c', agent: '"\\"' }],
  ['JSON syntax', `GET /","status":1,"x":{" HTTP/1.1\r\n${END}`, { path: '/","status":1,"x":{"' }],
  [
    'a truncated UTF-8 character',
    `GET /caf\xc3?q HTTP/1.1\r\nUser-Agent: \xe2\x82\r\n${END}`,
    { path: HIDDEN, agent: HIDDEN },
  ],
  ['a control byte in a field', `GET /a HTTP/1.1\r\nUser-Agent: a\x01\x1b[31m\r\n${END}`, { agent: HIDDEN }],
  ['a control byte in the path', `GET /a\x01 HTTP/1.1\r\n${END}`, { method: 'GET', path: HIDDEN }],
  ['an encoded NUL', `GET /a%00?q HTTP/1.1\r\n${END}`, { path: '/a%00', status: 400 }],
  ['an unknown method', `VERSION_CONTROL /a HTTP/1.1\r\n${END}`, { method: 'VERSION_CONTROL', path: '/a' }],
  [
    'a lowercase word before the method',
    `get M-SEARCH /a HTTP/1.1\r\n${END}`,
    { method: '', path: HIDDEN, status: 400 },
  ],
  [
    'long values',
    `${'M'.repeat(20)} /${'"'.repeat(1500)} HTTP/1.1\r\nUser-Agent: ${'\\'.repeat(900)}\r\n${END}`,
    { method: 'M'.repeat(20), path: `/${'"'.repeat(999)}`, agent: '\\'.repeat(500) },
  ],
  ['a long method', `${'M'.repeat(21)} / HTTP/1.1\r\n${END}`, { method: '', path: '/' }],
  ['a TLS handshake', '\x16\x03\x01\x00\xdc\x01\x00\x00\xd8\x03\x03\r\n\r\n', { method: '', status: 400 }],
];

/** Send bytes; returns the request id and the number of bytes in both directions. */
async function countBytes(origin: string, bytes: string) {
  return connected(origin, async (connection) => {
    connection.send(bytes);
    const received = await connection.closed();
    const id = /\r\nX-Request-ID: (\S+)\r\n/.exec(received.toString('latin1'))?.[1];
    return { id, sent: Buffer.from(bytes, 'latin1').length, received: received.length };
  });
}

row('access-log', { needs: ['engine'] }, () => {
  for (const [what, bytes, logged] of UNUSUAL) {
    test(`is one line of ASCII JSON for a request with ${what}`, async ({ origin, stack }) => {
      const since = logStart();
      const response = await sendRaw(origin, bytes);
      const line = await accessLine(stack, response.header('X-Request-ID'), since);
      expect(Object.keys(line)).toEqual(MEMBERS);
      expect(line).toMatchObject({ status: response.status, ...logged });
      expect(JSON.stringify(line).length, 'bytes of the line').toBeLessThan(4096);
    });
  }

  test('is one line for an HTTP/0.9 request, whose response has no header', async ({ origin, stack }) => {
    const since = logStart();
    const path = `/${markName()}`;
    await connected(origin, async (connection) => {
      connection.send(`GET ${path}\r\n`);
      await connection.closed();
    });
    expect(await accessLineTo(stack, path, since)).toMatchObject({ method: 'GET', path, status: 400 });
  });

  test('is printable ASCII JSON for requests that were aborted', async ({ origin, send, stack }) => {
    const since = logStart();
    for (const bytes of ['', 'GET', 'GET /gone', 'GET /gone HTTP/1.1\r\nHost:', '\x00', '\xff\xff', '{"']) {
      await connected(origin, (connection) => Promise.resolve(connection.send(bytes)));
    }
    const last = await send(app.page);
    await accessLine(stack, last.header('X-Request-ID'), since);
    for (const line of await rawAccessLines(stack, since)) {
      expect(line).toMatch(/^[ -~]*$/);
      expect(Object.keys(JSON.parse(line) as object)).toEqual(MEMBERS);
    }
  });
});

row('access-log', { needs: ['engine'] }, () => {
  test('a line is written after a second, so that a killed Nginx loses no older one', async ({ send, stack }) => {
    const since = logStart();
    const response = await send(app.page);
    const written = accessLine(stack, response.header('X-Request-ID'), since);
    // Reading the log takes time as well.
    expect(await secondsUntil(written)).toBeLessThan(3);
  });

  test('lines of several workers never mix, and none is lost when Nginx reloads or stops', async ({ stack }) => {
    const port = await freePort();
    // A reader that takes one byte at a time keeps the pipe full, so that the workers wait in the middle of large writes.
    const slowly = 'while IFS= read -r line; do printf \'%s\\n\' "$line"; done';
    const reader = { program: 'sh', arguments: ['-c', `/entrypoint.sh | ${slowly}`] };
    const web = await OneOffContainer.start(stack, 'web', { ...reader, port });
    try {
      const origin = `http://localhost:${port}`;
      const client = async (name: number) => {
        for (let i = 0; i < LOG_LOAD.requests; i += 1) {
          await sendTo(origin, `/${name}-${i}-${'x'.repeat(900)}`);
        }
      };
      const status = () =>
        sendTo(origin, '/')
          .then((response) => response.status)
          .catch(() => 0);
      await expect.poll(status).toBe(200);
      await Promise.all(Array.from({ length: LOG_LOAD.clients }, (_, name) => client(name)));
      await web.exec(['nginx', '-s', 'reload']);
      await client(LOG_LOAD.clients);
      await web.startCommand(['nginx', '-s', 'quit']);
      await web.exited();
      const lines = (await web.output('stdout')).trim().split('\n');
      const paths = lines.map((line) => (JSON.parse(line) as AccessLine).path);
      const requests = new Set(paths.filter((path) => path !== '/'));
      expect(requests.size).toBe((LOG_LOAD.clients + 1) * LOG_LOAD.requests);
    } finally {
      await web.remove();
    }
  });
});

row('access-log', { needs: ['engine', 'probe'] }, () => {
  test('a line describes client, request, upstream, sizes and times', async ({ origin, probe, stack }) => {
    const since = logStart();
    const started = Math.floor(Date.now() / 1000);
    const agent = 'agent/1.0 (a "quoted" \\ word)';
    const bytes = `POST ${probePath}/body?token=secret HTTP/1.1\r\nUser-Agent: ${agent}\r\nContent-Length: 5\r\n${END}12345`;
    const { id, sent, received } = await countBytes(origin, bytes);
    const line = await accessLine(stack, id, since);

    expect(Object.keys(line)).toEqual(MEMBERS);
    const { client_address: client } = await probe.echo();
    const { time, duration_seconds: duration, upstream_duration_seconds: upstreamDuration, ...rest } = line;
    expect(rest).toEqual({
      logger: 'nginx.access',
      request_id: id,
      trace_id: id,
      client,
      peer: client,
      method: 'POST',
      path: `${probePath}/body`,
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

  test('a response from Nginx itself has no upstream', async ({ origin, stack }) => {
    const since = logStart();
    const missing = `${files.folders[0]}${unique()}.js`;
    for (const [method, path, status] of [
      ['GET', app.page, 200],
      ['HEAD', app.page, 200],
      ['GET', missing, 404],
      ['POST', app.page, 405],
    ] as const) {
      const { id, sent, received } = await countBytes(origin, `${method} ${path} HTTP/1.1\r\n${END}`);
      const upstream = { upstream: '', upstream_status: '', upstream_duration_seconds: '', agent: '' };
      const sizes = { bytes_received: sent, bytes_sent: received };
      expect(await accessLine(stack, id, since)).toMatchObject({ method, path, status, ...sizes, ...upstream });
    }
  });

  test('the upstream status distinguishes errors of the application from errors of Nginx', async ({ send, stack }) => {
    const since = logStart();
    const failed = await send(`${probePath}/status/503`);
    const line = await accessLine(stack, failed.header('X-Request-ID'), since);
    expect(line).toMatchObject({ status: 503, upstream_status: '503' });
    const rejected = await send(`${probePath}/body`, TOO_LARGE);
    const own = await accessLine(stack, rejected.header('X-Request-ID'), since);
    expect(own).toMatchObject({ status: 413, upstream: '', upstream_status: '' });
  });

  test('requests to the health check of Nginx are not logged', async ({ send, stack }) => {
    const since = logStart();
    const checked = await send(health ?? '/healthz');
    const next = await send(app.page);
    await accessLine(stack, next.header('X-Request-ID'), since);
    expect((await rawAccessLines(stack, since)).join('\n')).not.toContain(checked.header('X-Request-ID'));
  });
});

row('access-log', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('no log contains a cookie, a token, a password or a query', async ({ send, stack }) => {
    const since = logStart();
    const secret = `secret-${unique()}`;
    const headers = {
      Cookie: `${SESSION_COOKIE}=${secret}; ${CSRF_COOKIE}=${secret}`,
      Authorization: `Bearer ${secret}`,
      'X-CSRFToken': secret,
      Referer: `http://localhost/reset?key=${secret}`,
      'Content-Type': 'application/json',
    };
    const body = JSON.stringify({ email: 'unknown@example.org', password: secret });
    const views = ['/echo', '/fail', '/status/403'].map((path) => `${probePath}${path}`);
    const posts = [...views, accounts?.signIn ?? app.page];
    const responses = [
      ...(await Promise.all(posts.map((path) => send(`${path}?key=${secret}`, { method: 'POST', headers, body })))),
      await send(`${app.page}?token=${secret}`, { headers }),
      await send(`${files.folders[0]}missing.js?token=${secret}`, { headers }),
    ];
    for (const response of responses) await accessLine(stack, response.header('X-Request-ID'), since);
    for (const service of ['web', 'api'] as const)
      expect(await stack.output(service, 'both', since)).not.toContain(secret);
  });
});
