import { MARKS_FOLDER, sendToGunicorn } from '../support/gunicorn.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { parseListeners, READ_LISTENERS } from '../support/processes.ts';
import type { Stack } from '../support/stack.ts';
import { deployment, expect, row, test } from './contract-test.ts';

/** A short request time limit, so that the tests take seconds. */
const LIMIT = 2;

interface Line {
  event: string;
  level: string;
  timestamp: string;
}

/** Another Gunicorn in the stack, with some variables changed. Marks and time stamps are those of its container's clock. */
class Gunicorn {
  readonly container: OneOffContainer;
  private readonly stack: Stack;
  private readonly address: string;

  private constructor(stack: Stack, container: OneOffContainer, address: string) {
    this.stack = stack;
    this.container = container;
    this.address = address;
  }

  static async start(stack: Stack, environment: Record<string, string>): Promise<Gunicorn> {
    const command = ['python', '-m', 'gunicorn'];
    // `migrate` is the API's image without a health check.
    const container = await OneOffContainer.start(stack, 'migrate', { environment, arguments: command });
    const gunicorn = new Gunicorn(stack, container, await container.address());
    await expect.poll(() => gunicorn.send('/api/livez').then(({ status }) => status, String)).toBe(200);
    return gunicorn;
  }

  send(target: string) {
    return sendToGunicorn(this.stack, target, { at: this.address });
  }

  /** Send a request to the probe without waiting for the response. */
  begin(target: string): void {
    this.send(`${deployment.probe}${target}`).catch(() => undefined);
  }

  async lines(): Promise<Line[]> {
    const lines = (await this.container.output('stderr')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Line);
  }

  /** Wait for a log line with this event. Returns its time in seconds. */
  async timeOf(event: RegExp): Promise<number> {
    const find = async () => (await this.lines()).find((line) => event.test(line.event));
    await expect.poll(find, { timeout: 15_000 }).toBeDefined();
    return Date.parse((await find())?.timestamp ?? '') / 1000;
  }

  /** Wait for a mark. Returns its time in seconds. */
  async timeOfMark(name: string): Promise<number> {
    const stat = () => this.container.exec(['stat', '--format', '%.Y', `${MARKS_FOLDER}/${name}`]);
    await expect.poll(() => stat().catch(() => ''), { timeout: 10_000 }).not.toBe('');
    return Number(await stat());
  }

  async marks(): Promise<string[]> {
    return (await this.container.exec(['ls', MARKS_FOLDER])).trim().split('\n');
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
  test('a hung worker is replaced after twice the time limit while the other serves', async ({ stack }) => {
    const environment = { APP_REQUEST_TIMEOUT_SECONDS: String(LIMIT), APP_WORKERS: '2' };
    await withGunicorn(stack, environment, async (gunicorn) => {
      gunicorn.begin('/hang/whole');
      const hung = await gunicorn.timeOfMark('whole-begun');
      expect((await gunicorn.send('/api/livez')).status).toBe(200);
      const noticed = await gunicorn.timeOf(/^WORKER TIMEOUT/);
      // Gunicorn checks the heartbeats once per second.
      expect(noticed - hung).toBeGreaterThan(2 * LIMIT - 0.1);
      expect(noticed - hung).toBeLessThan(2 * LIMIT + 1.5);
      const booted = async () => (await gunicorn.lines()).filter(({ event }) => event.startsWith('Booting worker'));
      await expect.poll(async () => (await booted()).length).toBe(3);
    });
  });
});

row('graceful-stop', { needs: ['engine', 'probe'] }, () => {
  test('a view that never returns delays the stop by the request time limit plus five seconds', async ({ stack }) => {
    await withGunicorn(stack, { APP_REQUEST_TIMEOUT_SECONDS: String(LIMIT) }, async (gunicorn) => {
      gunicorn.begin('/hold/endless');
      await gunicorn.timeOfMark('endless-begun');
      await gunicorn.container.signal('TERM');
      const signalled = await gunicorn.timeOf(/^Handling signal: term/);
      const ended = await gunicorn.timeOf(/^Shutting down: Master/);
      expect(ended - signalled).toMatchTimeout(LIMIT + 5);
    });
  });
});

row('concurrency', { needs: ['engine', 'probe'] }, () => {
  test('as many views run as there are threads, and the next request waits in the shared queue', async ({ stack }) => {
    await withGunicorn(stack, { APP_WORKERS: '3', APP_THREADS: '2' }, async (gunicorn) => {
      const names = Array.from({ length: 7 }, (_, number) => `view-${number}`);
      for (const name of names) gunicorn.begin(`/hold/${name}`);
      const waiting = async () => parseListeners(await gunicorn.container.exec(READ_LISTENERS))[0]?.waiting;
      const begun = async () => (await gunicorn.marks().catch(() => [])).filter((mark) => mark.endsWith('-begun'));
      await expect.poll(async () => [(await begun()).length, await waiting()]).toEqual([6, 1]);

      const [first = ''] = await begun();
      await gunicorn.container.exec(['touch', `${MARKS_FOLDER}/${first.replace('begun', 'go-on')}`]);
      await expect.poll(async () => [(await begun()).length, await waiting()]).toEqual([7, 0]);
    });
  });

  test('one thread uses the gthread worker class too, without a warning', async ({ stack }) => {
    await withGunicorn(stack, { APP_WORKERS: '1', APP_THREADS: '1' }, async (gunicorn) => {
      const lines = await gunicorn.lines();
      expect(lines.map(({ event }) => event)).toContain('Using worker: gthread');
      expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
    });
  });
});
