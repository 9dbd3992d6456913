import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { askGunicorn } from '../support/inside.ts';
import { OneOff } from '../support/one-off.ts';
import { listeners, READ_LISTENERS } from '../support/sockets.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

/** A time limit of its own, the shortest: what follows from it is soon over. */
const LIMIT = 2;
/** So many of a hundred possible ages are not all the same by chance. */
const WORKERS = 4;
const MARKS = '/tmp/probe-marks';

interface Line {
  event: string;
  level: string;
  timestamp: string;
}

/** Another Gunicorn beside the stack's own, with the image's settings and some variables changed. Nobody checks its health. */
class Gunicorn {
  private constructor(
    private readonly stack: Stack,
    readonly container: OneOff,
    private readonly address: string,
  ) {}

  static async start(stack: Stack, environment: Record<string, string>): Promise<Gunicorn> {
    const container = await OneOff.start(stack, 'migrate', { environment, arguments: ['python', '-m', 'gunicorn'] });
    const gunicorn = new Gunicorn(stack, container, await container.address());
    await expect.poll(() => gunicorn.ask('/api/livez').then(({ status }) => status, String)).toBe(200);
    return gunicorn;
  }

  ask(target: string) {
    return askGunicorn(this.stack, target, { at: this.address });
  }

  /** Ask and go on; the answer is nobody's business. */
  begin(target: string): void {
    this.ask(`${deployment.probe}${target}`).catch(() => undefined);
  }

  /** The processes that answer requests one after the other, until so many have been seen. */
  async answerers(processes: number): Promise<number[]> {
    const program = `
import http.client, json
seen = []
while len(set(seen)) < ${processes}:
    connection = http.client.HTTPConnection("127.0.0.1", 8000)
    connection.request("GET", "${deployment.probe}/process", headers={"Host": "localhost"})
    seen.append(json.load(connection.getresponse())["pid"])
print(*seen)`;
    return (await this.container.exec(['python', '-c', program])).trim().split(' ').map(Number);
  }

  async lines(): Promise<Line[]> {
    const lines = (await this.container.output('stderr')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Line);
  }

  /** When the first line with this event was written, in seconds; waits for it. */
  async timeOf(event: RegExp): Promise<number> {
    const find = async () => (await this.lines()).find((line) => event.test(line.event));
    await expect.poll(find, { timeout: 15_000 }).toBeDefined();
    return Date.parse((await find())?.timestamp ?? '') / 1000;
  }

  /** When a mark was left, in seconds; waits for it. */
  async timeOfMark(name: string): Promise<number> {
    const stat = () => this.container.exec(['stat', '--format', '%.Y', `${MARKS}/${name}`]);
    await expect.poll(() => stat().catch(() => ''), { timeout: 10_000 }).not.toBe('');
    return Number(await stat());
  }

  async marks(): Promise<string[]> {
    return (await this.container.exec(['ls', MARKS])).trim().split('\n');
  }
}

async function withGunicorn(
  stack: Stack,
  environment: Record<string, string>,
  use: (gunicorn: Gunicorn) => Promise<void>,
): Promise<void> {
  const gunicorn = await Gunicorn.start(stack, environment);
  try {
    await use(gunicorn);
  } finally {
    await gunicorn.container.remove();
  }
}

row('hung-process', { needs: ['engine', 'probe'] }, () => {
  test('a hung worker is ended after twice the time limit of a request, and replaced; the other serves', async ({
    stack,
  }) => {
    const environment = { APP_REQUEST_TIMEOUT_SECONDS: String(LIMIT), APP_WORKERS: '2' };
    await withGunicorn(stack, environment, async (gunicorn) => {
      gunicorn.begin('/hang/whole');
      const hung = await gunicorn.timeOfMark('whole-begun');
      expect((await gunicorn.ask('/api/livez')).status).toBe(200);
      const noticed = await gunicorn.timeOf(/^WORKER TIMEOUT/);
      // Looked for once a second.
      expect(noticed - hung).toBeGreaterThan(2 * LIMIT - 0.1);
      expect(noticed - hung).toBeLessThan(2 * LIMIT + 1.5);
      const booted = async () => (await gunicorn.lines()).filter(({ event }) => event.startsWith('Booting worker'));
      await expect.poll(async () => (await booted()).length).toBe(3);
    });
  });
});

row('graceful-stop', { needs: ['engine', 'probe'] }, () => {
  test('a view that never ends delays the end by the time limit of a request and five seconds', async ({ stack }) => {
    await withGunicorn(stack, { APP_REQUEST_TIMEOUT_SECONDS: String(LIMIT) }, async (gunicorn) => {
      gunicorn.begin('/hold/endless');
      await gunicorn.timeOfMark('endless-begun');
      await gunicorn.container.signal('TERM');
      const told = await gunicorn.timeOf(/^Handling signal: term/);
      const ended = await gunicorn.timeOf(/^Shutting down: Master/);
      expect(ended - told).toBeTheLimit(LIMIT + 5);
    });
  });
});

row('concurrency', { needs: ['engine', 'probe'] }, () => {
  test('as many views run as all workers have threads, and the next request waits where any of them takes it', async ({
    stack,
  }) => {
    await withGunicorn(stack, { APP_WORKERS: '3', APP_THREADS: '2' }, async (gunicorn) => {
      const names = Array.from({ length: 7 }, (_, number) => `view-${number}`);
      for (const name of names) gunicorn.begin(`/hold/${name}`);
      const waiting = async () => listeners(await gunicorn.container.exec(READ_LISTENERS))[0]?.waiting;
      const begun = async () => (await gunicorn.marks().catch(() => [])).filter((mark) => mark.endsWith('-begun'));
      await expect.poll(async () => [(await begun()).length, await waiting()]).toEqual([6, 1]);

      const [first = ''] = await begun();
      await gunicorn.container.exec(['touch', `${MARKS}/${first.replace('begun', 'go-on')}`]);
      await expect.poll(async () => [(await begun()).length, await waiting()]).toEqual([7, 0]);
    });
  });

  test('one thread is served by the worker class of several, whose other connections wait their turn', async ({
    stack,
  }) => {
    await withGunicorn(stack, { APP_WORKERS: '1', APP_THREADS: '1' }, async (gunicorn) => {
      const lines = await gunicorn.lines();
      expect(lines.map(({ event }) => event)).toContain('Using worker: gthread');
      // Nothing that Gunicorn would rather have otherwise.
      expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
    });
  });
});

row('reload-under-load', { needs: ['engine', 'probe'] }, () => {
  test('a worker makes room after the declared number of requests and, by chance, up to as many again', async ({
    stack,
  }) => {
    const least = 100;
    await withGunicorn(stack, { APP_WORKERS: '1', APP_MAX_REQUESTS: String(least) }, async (gunicorn) => {
      const pids = await gunicorn.answerers(WORKERS + 2);
      // The first has been asked whether it lives, the last is still at work.
      const complete = [...new Set(pids)].slice(1, -1);
      const ages = complete.map((pid) => pids.filter((each) => each === pid).length);
      for (const age of ages) expect(age).toBeGreaterThanOrEqual(least);
      // While the last request is answered, the worker may have accepted the next one; it answers that, too.
      for (const age of ages) expect(age).toBeLessThanOrEqual(2 * least + 1);
      expect(new Set(ages).size).toBeGreaterThan(1);
    });
  });
});
