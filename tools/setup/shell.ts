import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** An error whose message is for the user: what happened, then what to do. It is printed without a stack trace. */
export class UserError extends Error {}

export interface Result {
  ok: boolean;
  /** False when the program does not exist. */
  isInstalled: boolean;
  stdout: string;
  /** Both streams, in the order in which they were written. */
  output: string;
}

export type Log = (line: string) => void;

interface RunOptions extends Pick<Options, 'cwd' | 'env' | 'input' | 'timeout'> {
  /** Receives each line of the output as it is written. */
  log?: Log;
}

/** Runs a program without a terminal. Never rejects: a failure is part of the result. */
export async function run(file: string, args: string[], { log, ...options }: RunOptions = {}): Promise<Result> {
  const tap = function* (line: unknown) {
    log?.(String(line));
    yield line;
  };
  const result = await execa(file, args, {
    cwd: root,
    stdin: options.input === undefined ? 'ignore' : 'pipe',
    stdout: ['pipe', tap],
    stderr: ['pipe', tap],
    all: true,
    reject: false,
    ...options,
  });
  return {
    ok: !result.failed,
    isInstalled: result.code !== 'ENOENT',
    stdout: String(result.stdout ?? ''),
    output: String(result.all ?? ''),
  };
}

/** Runs a program of the workspace on this terminal and returns its exit code. */
export async function runOnTerminal(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  // Ctrl-C reaches the program as well: wait until it has cleaned up.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  const result = await execa(file, args, { cwd: root, env, stdio: 'inherit', reject: false });
  process.off('SIGINT', ignore);
  return result.exitCode ?? 1;
}

/** The last line of the output, which is where most programs put the reason of a failure. */
export function lastLine({ output }: Result): string {
  return (
    output
      .trim()
      .split(/\s*[\r\n]+\s*/)
      .at(-1) ?? ''
  );
}

/** Reads a file of the workspace, or of the system when the path is absolute. */
export function read(path: string): string | undefined {
  const absolute = path.startsWith('/') ? path : join(root, path);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
}
