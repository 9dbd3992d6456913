import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { send } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import type { Stack } from '../support/stack.ts';
import { deployment, expect, row, test } from './contract-test.ts';

/** Seconds for which Nginx caches an address: `valid=1s`, which Nginx counts in whole seconds, the last included. */
const CACHE_SECONDS = 2;
/** Seconds until a query times out, and again until Nginx repeats it. */
const QUERY_TIMEOUT = 2;

/** Another Nginx in front of the stack's application, with a name server that logs each query. */
class NginxWithNameServer {
  readonly origin: string;
  private readonly nameServer: OneOffContainer;
  private readonly web: OneOffContainer;
  private readonly folder: string;

  private constructor(nameServer: OneOffContainer, web: OneOffContainer, folder: string, port: number) {
    this.nameServer = nameServer;
    this.web = web;
    this.folder = folder;
    this.origin = `http://localhost:${port}`;
  }

  static async start(stack: Stack, { unanswered = 0 } = {}): Promise<NginxWithNameServer> {
    const folder = await mkdtemp(join(tmpdir(), 'app-e2e-resolver-'));
    const address = await stack.address('api');
    const args = ['-m', 'probe.name_server', address, String(unanswered)];
    const nameServer = await OneOffContainer.start(stack, 'migrate', { program: 'python', arguments: args });
    const file = join(folder, 'resolv.conf');
    await writeFile(file, `nameserver ${await nameServer.address()}\n`, { mode: 0o644 });
    const port = await freePort();
    const web = await OneOffContainer.start(stack, 'web', { port, volumes: [`${file}:/etc/resolv.conf:ro`] });
    return new NginxWithNameServer(nameServer, web, folder, port);
  }

  /** Wait for this many queries. Returns the seconds between them. */
  async secondsBetweenQueries(count: number): Promise<number[]> {
    const queries = async () => (await this.nameServer.output('stdout')).trim().split('\n').map(Number);
    await expect.poll(async () => (await queries()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
    const times = (await queries()).slice(0, count);
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  }

  async stop(): Promise<void> {
    await Promise.all([this.nameServer.remove(), this.web.remove()]);
    await rm(this.folder, { recursive: true });
  }
}

row('other-address', { needs: ['engine'] }, () => {
  test("Nginx resolves the application's name regularly and ignores the record's TTL", async ({ stack }) => {
    const nginx = await NginxWithNameServer.start(stack);
    try {
      for (const seconds of await nginx.secondsBetweenQueries(3)) expect(seconds).toMatchTimeout(CACHE_SECONDS);
    } finally {
      await nginx.stop();
    }
  });
});

row('start-without-application', { needs: ['engine'] }, () => {
  test('Nginx serves the app without a name server, and the API after a retry', async ({ stack }) => {
    const nginx = await NginxWithNameServer.start(stack, { unanswered: 1 });
    try {
      const statusOf = (path: string) => send(nginx.origin, path).then(({ status }) => status, String);
      await expect.poll(() => statusOf('/')).toBe(200);
      expect(await statusOf(deployment.api.open)).toBe(502);
      const [seconds = 0] = await nginx.secondsBetweenQueries(2);
      expect(seconds).toMatchTimeout(2 * QUERY_TIMEOUT);
      await expect.poll(() => statusOf(deployment.api.open)).toBe(200);
    } finally {
      await nginx.stop();
    }
  });
});
