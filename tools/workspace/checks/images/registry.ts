import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../scratch';

/** Debian's docker-registry, as `npm run setup` unpacks it. */
const PROGRAM = join(workspaceRoot, '.tandem/registry/usr/bin/docker-registry');

/** A container registry on this machine's loopback, which engines trust without TLS. */
export class Registry implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'registry-'));
  #process: ChildProcess | undefined;
  #address = '';

  /** Host and port, as they stand at the beginning of an image's name. */
  get address(): string {
    return this.#address;
  }

  /** Starts it, or starts it again with what it holds. */
  async start({ isReadOnly = false } = {}): Promise<void> {
    await this.stop();
    this.#address ||= `127.0.0.1:${String(await freePort())}`;
    const config = join(this.#folder, 'config.json');
    // YAML, of which JSON is a part.
    writeFileSync(
      config,
      JSON.stringify({
        version: '0.1',
        log: { level: 'error', accesslog: { disabled: true } },
        storage: {
          filesystem: { rootdirectory: join(this.#folder, 'data') },
          maintenance: { readonly: { enabled: isReadOnly } },
        },
        http: { addr: this.#address },
      }),
    );
    this.#process = spawn(PROGRAM, ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    // An image that it does not have is an error to it.
    this.#process.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    await this.#answers(this.#process, () => said);
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    running.kill();
    await once(running, 'exit');
  }

  /** The tags of an image, in order; none when nobody has pushed it. */
  async tags(image: string): Promise<string[]> {
    const answer = await fetch(`http://${this.#address}/v2/${image}/tags/list`);
    if (answer.status === 404) return [];
    const { tags } = (await answer.json()) as { tags: string[] | null };
    return (tags ?? []).sort();
  }

  async #answers(started: ChildProcess, said: () => string): Promise<void> {
    while (started.exitCode === null) {
      const answer = await fetch(`http://${this.#address}/v2/`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The registry did not start: ${said()}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
