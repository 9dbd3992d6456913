import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from './expect.ts';
import { freePort } from './free-port.ts';
import { OneOffContainer } from './one-off-container.ts';
import type { IpVersion, Stack } from './stack.ts';

/** Another Nginx in front of the stack's application, with a name server that logs each query. */
export class NginxWithNameServer {
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

  /**
   * @param options.unanswered number of first queries without a response
   * @param options.version of the application's and the name server's address
   */
  static async start(
    stack: Stack,
    options: { unanswered?: number; version?: IpVersion } = {},
  ): Promise<NginxWithNameServer> {
    const { unanswered = 0, version = 'IPv4' } = options;
    const folder = await mkdtemp(join(tmpdir(), 'app-e2e-resolver-'));
    const address = await stack.address('api', version);
    const args = ['-m', 'probe.name_server', address, String(unanswered)];
    const nameServer = await OneOffContainer.start(stack, 'migrate', { program: 'python', arguments: args });
    const file = join(folder, 'resolv.conf');
    await writeFile(file, `nameserver ${await nameServer.address(version)}\n`, { mode: 0o644 });
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
