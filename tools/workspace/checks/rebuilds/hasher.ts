import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Task id → hash. */
export type Hashes = Readonly<Record<string, string>>;

/** Computes the hashes of all tasks of a workspace, in one long-running process. */
export class Hasher implements Disposable {
  readonly #process;
  readonly #lines;

  constructor(root: string, env: NodeJS.ProcessEnv) {
    this.#process = spawn(process.execPath, [join(root, 'tools/workspace/checks/rebuilds/task-hashes.ts')], {
      cwd: root,
      // As in .env, which only the Nx command reads.
      env: { ...env, NX_ISOLATE_PLUGINS: 'false' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** Hashes the tree as it is now. @throws Error when the process ended; stderr has the reason */
  async now(): Promise<Hashes> {
    this.#process.stdin.write('\n');
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('Nx could not hash the tasks. See the error above.');
    return JSON.parse(value) as Hashes;
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }
}

/** Ids of tasks whose hash differs, including new tasks. */
export function differing(before: Hashes, after: Hashes): string[] {
  return Object.keys(after)
    .filter((task) => before[task] !== after[task])
    .sort();
}
