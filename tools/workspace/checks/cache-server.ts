import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { workspaceRoot } from './scratch';

/** The shared cache's own server as a process, on a free port, with an empty folder. */
export class CacheServer implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'shared-cache-check-'));
  readonly #process: ChildProcess;
  readonly #address: Promise<string>;

  constructor() {
    for (const access of ['read', 'write'] as const) writeFileSync(join(this.#folder, access), token(access));
    this.#process = spawn(process.execPath, [join(workspaceRoot, 'tools/shared-cache/server/main.mjs')], {
      env: {
        TANDEM_CACHE_FOLDER: join(this.#folder, 'entries'),
        TANDEM_CACHE_READ_TOKEN_FILE: join(this.#folder, 'read'),
        TANDEM_CACHE_WRITE_TOKEN_FILE: join(this.#folder, 'write'),
        TANDEM_CACHE_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#address = listening(this.#process);
  }

  /** What a person or a CI sets to use the cache, with a token of theirs. */
  async variables(access: 'read' | 'write'): Promise<Record<string, string>> {
    return {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: await this.#address,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token(access),
    };
  }

  /** The hashes that it holds. */
  entries(): string[] {
    return readdirSync(join(this.#folder, 'entries')).sort();
  }

  [Symbol.dispose](): void {
    this.#process.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function token(access: 'read' | 'write'): string {
  return access.repeat(10);
}

async function listening(server: ChildProcess): Promise<string> {
  if (server.stdout !== null) {
    for await (const line of createInterface(server.stdout)) {
      const [, address] = /^listening on (\S+)$/.exec(line) ?? [];
      if (address !== undefined) {
        server.stdout.resume();
        return `http://${address}`;
      }
    }
  }
  throw new Error('The cache server has not started.');
}
