import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
// Having a group of their own, they would outlive this process.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program that ended with another code than 0; the message holds what it said. */
export class CommandError extends Error {
  constructor(
    readonly command: string,
    readonly code: number | null,
    readonly output: string,
  ) {
    super(`${command} ended with ${code}:\n${output.trim().slice(-4000)}`);
    this.name = 'CommandError';
  }
}

export interface CommandOptions {
  /** Added to this process's own environment. */
  environment?: Record<string, string>;
  /** Milliseconds until the program is ended; default 180,000. */
  timeout?: number;
  /** What is returned; default stdout. `both` is in the order of arrival. */
  stream?: OutputStream;
}

export type OutputStream = 'stdout' | 'stderr' | 'both';

/**
 * Run a program to its end and return what it wrote, to stdout unless `stream` says otherwise.
 *
 * The child has a process group of its own: Ctrl-C reaches Playwright alone, which then takes the
 * stack down in order instead of fighting with a Compose that is being interrupted too.
 *
 * @throws CommandError when it ends with another code than 0 or takes too long
 */
export function run(program: string, args: string[], options: CommandOptions = {}): Promise<string> {
  const { environment, timeout = 180_000, stream = 'stdout' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: true,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    const written: Record<OutputStream, Buffer[]> = { stdout: [], stderr: [], both: [] };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        written[name].push(chunk);
        written.both.push(chunk);
      });
    }
    running.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(Buffer.concat(written[stream]).toString());
      else reject(new CommandError([program, ...args].join(' '), code, Buffer.concat(written.both).toString()));
    });
  });
}

/** `docker …`, see {@link run}. */
export function docker(args: string[], options?: CommandOptions): Promise<string> {
  return run('docker', args, options);
}
