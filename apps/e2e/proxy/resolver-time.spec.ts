import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { freePort } from '../support/free-port.ts';
import { ask } from '../support/http.ts';
import { OneOff } from '../support/one-off.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

/** Seconds that Nginx believes an address, whatever the name server says; it counts them in whole ones, the last included. */
const ASKED_EVERY = 2;
/** Seconds that a name server has for its answer, and as many until it is asked again. */
const RESOLVER_LIMIT = 2;

/** Another Nginx in front of the stack's application, with a name server that tells when it was asked. */
class WatchedNginx {
  private constructor(
    private readonly containers: OneOff[],
    private readonly folder: string,
    readonly origin: string,
  ) {}

  static async start(stack: Stack, { silentQuestions = 0 } = {}): Promise<WatchedNginx> {
    const folder = await mkdtemp(join(tmpdir(), 'app-e2e-resolver-'));
    const address = await stack.address('api');
    const program = ['-m', 'probe.name_server', address, String(silentQuestions)];
    const nameServer = await OneOff.start(stack, 'migrate', { program: 'python', arguments: program });
    const file = join(folder, 'resolv.conf');
    await writeFile(file, `nameserver ${await nameServer.address()}\n`, { mode: 0o644 });
    const port = await freePort();
    const web = await OneOff.start(stack, 'web', { port, volumes: [`${file}:/etc/resolv.conf:ro`] });
    return new WatchedNginx([nameServer, web], folder, `http://localhost:${port}`);
  }

  /** When the name server was asked, in seconds; waits until that was so many times. */
  async questions(count: number): Promise<number[]> {
    const asked = async () => (await this.containers[0]?.output('stdout'))?.trim().split('\n').map(Number) ?? [];
    await expect.poll(async () => (await asked()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
    return (await asked()).slice(0, count);
  }

  async stop(): Promise<void> {
    await Promise.all(this.containers.map((each) => each.remove()));
    await rm(this.folder, { recursive: true });
  }
}

function gaps(times: number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

row('other-address', { needs: ['engine'] }, () => {
  test("Nginx asks for the application's address again and again, though the name server says ten minutes", async ({
    stack,
  }) => {
    const nginx = await WatchedNginx.start(stack);
    try {
      for (const gap of gaps(await nginx.questions(3))) expect(gap).toBeTheLimit(ASKED_EVERY);
    } finally {
      await nginx.stop();
    }
  });
});

row('start-without-application', { needs: ['engine'] }, () => {
  test('a name server that does not answer holds nothing up: the app is served, the API when it is found', async ({
    stack,
  }) => {
    const nginx = await WatchedNginx.start(stack, { silentQuestions: 1 });
    try {
      const statusOf = (path: string) => ask(nginx.origin, path).then(({ status }) => status, String);
      await expect.poll(() => statusOf('/')).toBe(200);
      expect(await statusOf(deployment.api.open)).toBe(502);
      const [gap = 0] = gaps(await nginx.questions(2));
      expect(gap).toBeTheLimit(2 * RESOLVER_LIMIT);
      await expect.poll(() => statusOf(deployment.api.open)).toBe(200);
    } finally {
      await nginx.stop();
    }
  });
});
