import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
// Each child has its own process group, so it would outlive this process.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A command that exited with a code other than 0. The message holds its output. */
export class CommandError extends Error {
  readonly command: string;
  readonly code: number | null;
  readonly output: string;

  constructor(command: string, code: number | null, output: string) {
    super(`${command} exited with ${code}:\n${output.trim().slice(-4000)}`);
    this.name = 'CommandError';
    this.command = command;
    this.code = code;
    this.output = output;
  }
}

export interface CommandOptions {
  /** Default: that of this process. */
  cwd?: string;
  /** Added to the environment of this process. */
  environment?: Record<string, string>;
  /** Milliseconds until the command is killed; default 180,000. */
  timeout?: number;
  /** Which output is returned; default stdout. `both` is in the order of arrival. */
  stream?: OutputStream;
}

export type OutputStream = 'stdout' | 'stderr' | 'both';

/**
 * Run a command and return its output.
 *
 * The child has its own process group: Ctrl-C reaches only Playwright, which then takes the stack down in order, without a
 * Compose process that is being interrupted at the same time.
 *
 * @throws CommandError when it exits with a code other than 0 or times out
 */
export function run(program: string, args: string[], options: CommandOptions = {}): Promise<string> {
  const { cwd, environment, timeout = 180_000, stream = 'stdout' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
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

/** Run `docker …`; see {@link run}. */
export function docker(args: string[], options?: CommandOptions): Promise<string> {
  return run('docker', args, options);
}
