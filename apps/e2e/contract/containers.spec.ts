import { sendToGunicorn } from '../support/gunicorn.ts';
import type { HttpResponse } from '../support/http.ts';
import { listeningWorkersOf, parseListeners, READ_LISTENERS, workersOf } from '../support/processes.ts';
import type { Service } from '../support/stack.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { api, health, probe: PROBE } = deployment;

row('concurrency', { needs: ['engine', 'probe'] }, () => {
  test('Nginx has one worker per processor', async ({ stack }) => {
    const processors = Number(await stack.exec('web', ['nproc']));
    expect(await listeningWorkersOf(stack)).toHaveLength(processors);
  });

  test('a worker of Nginx may open four files per connection', async ({ stack }) => {
    const [worker] = await listeningWorkersOf(stack);
    const limits = await stack.exec('web', ['cat', `/proc/${worker}/limits`]);
    const configuration = await stack.exec('web', ['nginx', '-T', '-e', 'stderr']);
    const connections = /^\s*worker_connections (\d+);/m.exec(configuration)?.[1];
    expect(/^Max open files\s+(\d+)\s/m.exec(limits)?.[1]).toBe(String(4 * Number(connections)));
  });

  test('Gunicorn has the configured number of workers, which share one loaded application', async ({ send, stack }) => {
    const workers = await workersOf(stack, 'api');
    expect(workers).toHaveLength(2);
    const loads = new Map<number, string>();
    await expect
      .poll(async () => {
        const responses = await Promise.all(Array.from({ length: 8 }, () => send(`${PROBE}/process`)));
        for (const response of responses) {
          const { pid, load_id: load } = response.json<{ pid: number; load_id: string }>();
          loads.set(pid, load);
        }
        return [...loads.keys()].sort((one, other) => one - other);
      })
      .toEqual(workers);
    expect(new Set(loads.values()).size).toBe(1);
  });
});

row('read-only', { needs: ['engine'] }, () => {
  for (const [service, ...sockets] of [
    ['web', '0.0.0.0:8080', '[::]:8080'],
    // One socket for IPv4 and IPv6, so that a worker never accepts more connections than it has threads.
    ['api', '[::]:8000'],
  ] satisfies [Service, ...string[]][]) {
    test(`${service} listens on ${sockets.join(' and ')} only and cannot write to its root`, async ({ stack }) => {
      const listeners = parseListeners(await stack.exec(service, READ_LISTENERS));
      expect(listeners.map(({ address, port }) => `${address}:${port}`)).toEqual(sockets);
      const unix = (await stack.exec(service, ['cat', '/proc/net/unix'])).split('\n');
      expect(unix.filter((line) => line.includes('/'))).toEqual([]);
      await expect(stack.exec(service, ['touch', '/written'])).rejects.toThrow('Read-only file system');
    });
  }

  test("the heartbeat files of Gunicorn's workers are in memory", async ({ stack }) => {
    const [worker = 0] = await workersOf(stack, 'api');
    const list = `readlink /proc/${worker}/fd/* 2>/dev/null; true`;
    const open = (await stack.exec('api', ['sh', '-c', list])).trim().split('\n');
    const heartbeats = open.filter((path) => path.includes('wgunicorn-'));
    expect(heartbeats).not.toEqual([]);
    for (const path of heartbeats) expect(path).toMatch(/^\/dev\/shm\/wgunicorn-\S+ \(deleted\)$/);
  });
});

row('forged-forwarding', { needs: ['engine', 'probe'] }, () => {
  const gateway = `${PROBE}/gateway`;

  test("Gunicorn accepts X-Forwarded-Proto from Nginx's network", async ({ stack }) => {
    for (const scheme of ['https', 'http']) {
      const response = await sendToGunicorn(stack, gateway, { headers: { 'X-Forwarded-Proto': scheme } });
      expect(response.json()).toMatchObject({ url_scheme: scheme });
    }
  });

  test('Gunicorn ignores X-Forwarded-Proto from other addresses, such as its own container', async ({ stack }) => {
    const program = [
      'import urllib.request',
      `request = urllib.request.Request("http://127.0.0.1:8000${gateway}")`,
      'request.headers |= {"Host": "localhost", "X-forwarded-proto": "https"}',
      'print(urllib.request.urlopen(request).read().decode())',
    ].join('\n');
    const response = JSON.parse(await stack.exec('api', ['python', '-c', program])) as { url_scheme: string };
    expect(response.url_scheme).toBe('http');
  });

  test('Gunicorn ignores SCRIPT_NAME and PATH_INFO headers, even from Nginx', async ({ stack }) => {
    for (const headers of [{ SCRIPT_NAME: '/api' }, { PATH_INFO: '/admin/' }]) {
      const response = await sendToGunicorn(stack, gateway, { headers });
      expect(response.json()).toMatchObject({ script_name: '', path: gateway });
    }
  });
});

row('header-limits', { needs: ['engine', 'probe'] }, () => {
  const echo = `${PROBE}/echo`;
  const MAX_LINE = 8_190;
  const MAX_FIELD = 8_193;
  /** Gunicorn leaves the error document to Nginx. */
  const rejection = (response: HttpResponse) => [response.status, response.header('X-Accel-Redirect'), response.text];

  test("Gunicorn's own limits are just above Nginx's, and Nginx writes the error document", async ({ stack }) => {
    const targetOf = (length: number) => `${echo}?${'x'.repeat(length - `GET ${echo}? HTTP/1.1`.length)}`;
    expect((await sendToGunicorn(stack, targetOf(MAX_LINE))).status).toBe(200);
    expect(rejection(await sendToGunicorn(stack, targetOf(MAX_LINE + 1)))).toEqual([414, '/__e/refused', '']);

    const fieldOf = (length: number) => ({ 'X-Field': 'x'.repeat(length - 'X-Field: \r\n'.length) });
    expect((await sendToGunicorn(stack, echo, { headers: fieldOf(MAX_FIELD) })).status).toBe(200);
    const tooLong = await sendToGunicorn(stack, echo, { headers: fieldOf(MAX_FIELD + 1) });
    expect(rejection(tooLong)).toEqual([431, '/__e/refused', '']);
  });
});

row('reload-under-load', { needs: ['engine', 'probe'] }, () => {
  test('worker recycling has a random jitter of up to the configured number of requests', async ({ stack }) => {
    // Read from Gunicorn: workers that are recycled at the same time could also be a coincidence.
    const printed = await stack.exec('api', ['python', '-m', 'gunicorn', '--print-config']);
    const value = (name: string) => Number(new RegExp(`^${name} += (\\d+)$`, 'm').exec(printed)?.[1]);
    expect(value('max_requests')).toBeGreaterThan(0);
    expect(value('max_requests_jitter')).toBe(value('max_requests'));
  });

  test('there is no keep-alive between Nginx and Gunicorn, in either direction', async ({ probe, stack }) => {
    expect((await probe.echo()).headers.Connection).toBe('close');
    expect((await sendToGunicorn(stack, api.open)).header('Connection')).toBe('close');
  });
});

row('health', { needs: ['engine', 'health'] }, () => {
  test("Nginx's own health check returns ok as plain text", async ({ send }) => {
    const response = await send(health ?? '');
    const type = response.header('Content-Type');
    expect([response.status, type, response.text]).toEqual([200, 'text/plain; charset=utf-8', 'ok\n']);
  });
});
