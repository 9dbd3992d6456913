import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Task id → hash. */
export type Hashes = Readonly<Record<string, string>>;

/** Asks Nx for the hash of every task, as often as one likes, in one process. */
export class Hasher implements Disposable {
  readonly #process;
  readonly #lines;

  /**
   * @param root the workspace
   * @param env the whole environment of the process
   */
  constructor(root: string, env: NodeJS.ProcessEnv) {
    // As in .env, which only Nx's own command reads.
    this.#process = spawn(process.execPath, [join(import.meta.dirname, 'task-hashes.mjs')], {
      cwd: root,
      env: { ...env, NX_ISOLATE_PLUGINS: 'false' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** The hashes for the tree as it is now. @throws Error when the process has ended; its reason is on stderr */
  async now(): Promise<Hashes> {
    this.#process.stdin.write('\n');
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('Nx could not hash the tasks; the reason stands above.');
    return JSON.parse(value) as Hashes;
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }
}

/** The tasks whose hash differs, those that are new included. */
export function differing(before: Hashes, after: Hashes): string[] {
  return Object.keys(after)
    .filter((task) => before[task] !== after[task])
    .sort();
}
