import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { addressIn, type Step } from './guide';

/** A command that takes longer hangs. */
const LONGEST_STEP_MS = 900_000;
const PAUSE_MS = 250;

/** Somebody who follows a guide to the letter: in a folder, with an environment, and with nothing else. */
export class Reader implements AsyncDisposable {
  readonly #running: ChildProcess[] = [];

  /**
   * @param root where every step begins
   * @param env the whole environment
   * @param ports what a page calls 8080, and what it is here
   */
  constructor(
    public root: string,
    readonly env: NodeJS.ProcessEnv,
    readonly ports: Record<string, number> = {},
  ) {}

  /** @throws Error with everything that was said, when the step does not succeed */
  async follow({ kind, text, line }: Step): Promise<void> {
    const script = this.#here(text);
    try {
      if (kind === 'commands') await this.#run('bash', ['-e', '-c', script]);
      if (kind === 'patch') await this.#run('git', ['apply', '--whitespace=error-all', '-'], `${text}\n`);
      if (kind === 'background') await this.#start(script);
    } catch (error) {
      throw new Error(`Line ${String(line)}: ${(error as Error).message}\n\n${text}`, { cause: error });
    }
  }

  /** Ports of a page are defaults, which somebody else may have taken on this machine. */
  #here(text: string): string {
    return text.replaceAll(/(?<=\b(?:localhost|127\.0\.0\.1):)\d+/g, (port) => String(this.ports[port] ?? port));
  }

  async #run(program: string, args: readonly string[], input = ''): Promise<void> {
    const child = this.#spawn(program, args);
    const said = listen(child);
    child.stdin?.on('error', () => undefined).end(input);
    const limit = setTimeout(() => {
      stop(child, 'SIGKILL');
    }, LONGEST_STEP_MS);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(limit);
    if (code !== 0) throw new Error(`exit code ${String(code)}\n${said().slice(-6000)}`);
  }

  async #start(script: string): Promise<void> {
    const address = addressIn(script);
    const child = this.#spawn('bash', ['-e', '-c', script]);
    this.#running.push(child);
    const said = listen(child);
    const until = Date.now() + LONGEST_STEP_MS;
    while (child.exitCode === null && Date.now() < until) {
      const answer = await fetch(address).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`${address} does not answer.\n${said().slice(-6000)}`);
  }

  #spawn(program: string, args: readonly string[]): ChildProcess {
    // A group of its own, so that everything that it starts can be ended with it.
    return spawn(program, args, { cwd: this.root, env: this.env, detached: true, stdio: 'pipe' });
  }

  /** Ends what is running in the background. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#running.splice(0).filter(({ exitCode }) => exitCode === null)) {
      const ended = once(child, 'exit');
      stop(child, 'SIGTERM');
      await ended;
    }
  }
}

function listen(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return () => said;
}

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined) process.kill(-child.pid, signal);
}
