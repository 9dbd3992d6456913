import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { run } from '../support/command.ts';
import type { Answer } from '../support/http.ts';
import { askGunicorn } from '../support/inside.ts';
import { listeningWorkersOf, workersOf } from '../support/processes.ts';
import { listeners, READ_LISTENERS } from '../support/sockets.ts';
import type { Service, Stack } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

const PORTS = { web: 8080, api: 8000 } as const;

async function fileDescriptors(stack: Stack, service: Service, pid: number): Promise<string[]> {
  return (await stack.exec(service, ['sh', '-c', `readlink /proc/${pid}/fd/* 2>/dev/null; true`])).trim().split('\n');
}

row('concurrency', { needs: ['engine', 'probe'] }, () => {
  test('Nginx has a worker for each processor', async ({ stack }) => {
    const processors = Number(await stack.exec('web', ['nproc']));
    expect(await listeningWorkersOf(stack)).toHaveLength(processors);
  });

  test('a worker of Nginx may open four files for each of its connections: two sockets and two spooled bodies', async ({
    stack,
  }) => {
    const [worker] = await listeningWorkersOf(stack);
    const limits = await stack.exec('web', ['cat', `/proc/${worker}/limits`]);
    const connections = /^worker_connections (\d+);/m.exec(
      await stack.exec('web', ['nginx', '-T', '-e', 'stderr']),
    )?.[1];
    expect(/^Max open files\s+(\d+)\s/m.exec(limits)?.[1]).toBe(String(4 * Number(connections)));
  });

  test('Gunicorn has as many workers as declared, and the application is loaded once for all', async ({
    ask,
    stack,
  }) => {
    const workers = await workersOf(stack, 'api');
    expect(workers).toHaveLength(2);
    const loads = new Map<number, string>();
    await expect
      .poll(async () => {
        const answers = await Promise.all(Array.from({ length: 8 }, () => ask(`${deployment.probe}/process`)));
        for (const answer of answers) {
          const { pid, load_id: load } = answer.json<{ pid: number; load_id: string }>();
          loads.set(pid, load);
        }
        return [...loads.keys()].sort((one, other) => one - other);
      })
      .toEqual(workers);
    expect(new Set(loads.values()).size).toBe(1);
  });
});

row('read-only', { needs: ['engine'] }, () => {
  for (const [service, port] of Object.entries(PORTS) as [Service, number][]) {
    test(`${service} listens on port ${port} of its own network and nowhere else, and can't write to its root`, async ({
      stack,
    }) => {
      const [listener, ...others] = listeners(await stack.exec(service, READ_LISTENERS));
      expect(listener).toMatchObject({ address: '0.0.0.0', port });
      expect(others).toEqual([]);
      const named = (await stack.exec(service, ['cat', '/proc/net/unix']))
        .split('\n')
        .filter((line) => line.includes('/'));
      expect(named).toEqual([]);
      await expect(stack.exec(service, ['touch', '/written'])).rejects.toThrow('Read-only file system');
    });
  }

  test("the heartbeats of Gunicorn's workers are in memory", async ({ stack }) => {
    const [worker = 0] = await workersOf(stack, 'api');
    const heartbeats = (await fileDescriptors(stack, 'api', worker)).filter((path) => path.includes('wgunicorn-'));
    expect(heartbeats).not.toEqual([]);
    for (const path of heartbeats) expect(path).toMatch(/^\/dev\/shm\/wgunicorn-\S+ \(deleted\)$/);
  });
});

row('forged-forwarding', { needs: ['engine', 'probe'] }, () => {
  const gateway = `${deployment.probe}/gateway`;

  test("Gunicorn believes Nginx's network about the scheme", async ({ stack }) => {
    for (const scheme of ['https', 'http']) {
      const answer = await askGunicorn(stack, gateway, { headers: { 'X-Forwarded-Proto': scheme } });
      expect(answer.json()).toMatchObject({ url_scheme: scheme });
    }
  });

  test('and nobody else: not its own container, for one', async ({ stack }) => {
    const program = [
      'import urllib.request',
      `request = urllib.request.Request("http://127.0.0.1:8000${gateway}")`,
      'request.headers |= {"Host": "localhost", "X-forwarded-proto": "https"}',
      'print(urllib.request.urlopen(request).read().decode())',
    ].join('\n');
    const answer = JSON.parse(await stack.exec('api', ['python', '-c', program])) as { url_scheme: string };
    expect(answer.url_scheme).toBe('http');
  });

  test('no header moves the root of the application or its path, though it comes from Nginx', async ({ stack }) => {
    for (const headers of [{ SCRIPT_NAME: '/api' }, { PATH_INFO: '/admin/' }]) {
      const answer = await askGunicorn(stack, gateway, { headers });
      expect(answer.json()).toMatchObject({ script_name: '', path: gateway });
    }
  });
});

row('header-limits', { needs: ['engine', 'probe'] }, () => {
  const echo = `${deployment.probe}/echo`;
  const LINE = 8_190;
  const FIELD = 8_193;
  /** Nginx writes the answer. */
  const refused = (answer: Answer) => [answer.status, answer.header('X-Accel-Redirect'), answer.text];

  test("Gunicorn's own limits are just above Nginx's: of what is longer it says only that it is", async ({ stack }) => {
    const targetOf = (length: number) => `${echo}?${'x'.repeat(length - `GET ${echo}? HTTP/1.1`.length)}`;
    expect((await askGunicorn(stack, targetOf(LINE))).status).toBe(200);
    expect(refused(await askGunicorn(stack, targetOf(LINE + 1)))).toEqual([414, '/__e/refused', '']);

    const fieldOf = (length: number) => ({ 'X-Field': 'x'.repeat(length - 'X-Field: \r\n'.length) });
    expect((await askGunicorn(stack, echo, { headers: fieldOf(FIELD) })).status).toBe(200);
    expect(refused(await askGunicorn(stack, echo, { headers: fieldOf(FIELD + 1) }))).toEqual([431, '/__e/refused', '']);
  });
});

row('body-limit', { needs: ['engine', 'probe'] }, () => {
  test("Django's own limit is Nginx's: a view that reads a body at once gets no byte more", async ({ stack }) => {
    const send = (bytes: number) =>
      stack.exec('web', [
        ...['sh', '-c'],
        `head -c ${bytes} /dev/zero | curl --silent --output /dev/null --write-out '%{http_code}' --header Host:localhost ` +
          `--header Expect: --header Content-Type:application/octet-stream --data-binary @- http://api:8000${deployment.probe}/echo`,
      ]);
    expect(await send(deployment.limits.bodyBytes)).toBe('200');
    expect(await send(deployment.limits.bodyBytes + 1)).toBe('413');
  });
});

row('reload-under-load', { needs: ['engine', 'probe'] }, () => {
  test('workers are not all recycled at once: each gets up to as many requests again, by chance', async ({ stack }) => {
    // As Gunicorn has read it: workers that happen to go together prove nothing.
    const said = await stack.exec('api', ['python', '-m', 'gunicorn', '--print-config']);
    const value = (name: string) => Number(new RegExp(`^${name} += (\\d+)$`, 'm').exec(said)?.[1]);
    expect(value('max_requests')).toBeGreaterThan(0);
    expect(value('max_requests_jitter')).toBe(value('max_requests'));
  });

  test('neither Nginx nor Gunicorn keeps a connection to the other, so that none dies with its worker', async ({
    probe,
    stack,
  }) => {
    expect((await probe.echo()).headers.Connection).toBe('close');
    expect((await askGunicorn(stack, deployment.api.open)).header('Connection')).toBe('close');
  });
});

row('bad-configuration', { needs: ['engine'] }, () => {
  test('the configuration of Nginx passes its own check, without a word of warning', async ({ stack }) => {
    const container = await stack.container('web');
    const said = await run('docker', ['exec', container, 'nginx', '-t'], { stream: 'both' });
    expect(said).toMatch(/^nginx: [^\n]* syntax is ok\nnginx: [^\n]* test is successful\n$/);
  });
});

row('health', { needs: ['engine', 'health'] }, () => {
  test("Nginx's own health is two letters of plain text", async ({ ask }) => {
    const answer = await ask(deployment.health ?? '');
    expect([answer.status, answer.header('Content-Type'), answer.text]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'ok\n',
    ]);
  });
});
