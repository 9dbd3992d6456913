import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CommandError, docker } from '@app/e2e/support/command.ts';
import { send } from '@app/e2e/support/http.ts';
import { Stack } from '@app/e2e/support/stack.ts';
import { applyEdits, type Mutant } from '../mutant.ts';
import { paths, requestTimeoutSeconds, root } from '../workspace.ts';

/** How a program reacts to its mutated configuration. */
export type State = 'serving' | 'refused' | 'not serving';

/** Milliseconds to wait for a program. A busy machine is slow, and a mutant that does not serve counts as killed. */
const reloadTimeout = 3_000;
const startTimeout = 20_000;
/** Consecutive connections that the new workers must have accepted. */
const steadyConnections = 4;

/** A stack whose configuration is mounted from a folder, so that a mutant needs a written file and a reload. */
export class MutantStack {
  readonly stack: Stack;
  private readonly folder: string;
  private readonly files: ReadonlyMap<string, string>;
  private generation = 0;
  /** Process ids of Nginx's workers. */
  private workers: string[] = [];
  /** The program that runs with a mutant. */
  private mutated: 'web' | 'api' | undefined;

  private constructor(stack: Stack, folder: string, files: ReadonlyMap<string, string>) {
    this.stack = stack;
    this.folder = folder;
    this.files = files;
  }

  /** Start a stack with the unchanged configuration. */
  static async start(role: string, files: ReadonlyMap<string, string>): Promise<MutantStack> {
    const folder = await mkdtemp(join(tmpdir(), 'app-mutant-'));
    await cp(join(root, paths.nginx), join(folder, 'nginx'), { recursive: true });
    const stack = await Stack.create(role, {
      overlays: [join(import.meta.dirname, '../../compose.mutant.yaml')],
      environment: { APP_REQUEST_TIMEOUT_SECONDS: String(requestTimeoutSeconds), APP_MUTANT: folder },
    });
    const mutants = new MutantStack(stack, folder, files);
    await mutants.write();
    await stack.up();
    return mutants;
  }

  async stop(): Promise<void> {
    await this.stack.down();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Run the stack with this mutant instead of the previous one. */
  async install(mutant: Mutant): Promise<State> {
    const service = mutant.file.startsWith(paths.nginx) ? 'web' : 'api';
    if (this.mutated && this.mutated !== service) await this.restore();
    this.mutated = service;
    await this.write(mutant);
    if (service === 'web' && !mutant.needsRestart) {
      // entrypoint.sh renders the templates again.
      if (!(await this.isRunning('web'))) await this.docker('start', 'web');
      if (!(await succeeds(this.docker('exec', 'web', '/entrypoint.sh', '-t')))) return 'refused';
      await this.docker('kill', '--signal=HUP', 'web');
      if ((await this.isReloaded(reloadTimeout)) && (await this.areOldWorkersGone())) return 'serving';
    }
    // Some changes need a new process, such as the size of a zone.
    await this.docker('restart', '--time', service === 'web' ? '2' : '0', service);
    this.workers = [];
    if (service === 'api') return this.stateOfApi();
    if (await this.isReloaded(startTimeout)) return 'serving';
    return (await this.isRunning('web')) ? 'not serving' : 'refused';
  }

  /** Restore the unchanged configuration. Containers may be stopped, unhealthy or missing. */
  async restore(): Promise<void> {
    await this.write();
    // `compose up --wait` fails for a container that is unhealthy already. A missing container is created by it.
    for (const service of ['web', 'api'] as const) await succeeds(this.docker('restart', '--time', '2', service));
    await this.stack.up();
    this.workers = [];
    this.mutated = undefined;
    if (!(await this.isReloaded(startTimeout)) || (await this.stateOfApi()) !== 'serving') {
      throw new Error('The stack does not serve with the unchanged configuration.');
    }
  }

  /** Write all files, in place: a container identifies a mounted file by its inode. */
  private async write(mutant?: Mutant): Promise<void> {
    this.generation += 1;
    for (const [path, text] of this.files) {
      const target = path.startsWith(paths.nginx) ? join('nginx', path.slice(paths.nginx.length)) : basename(path);
      const edited = applyEdits(text, mutant?.edits.filter(({ file }) => file === path) ?? []);
      const marker = `\nlocation = ${this.marker} {\n    access_log off;\n    return 204;\n}\n`;
      await writeFile(join(this.folder, target), edited + (path === paths.listen ? marker : ''));
    }
  }

  /** An address that only the current configuration has. */
  private get marker(): string {
    return `/__generation/${this.generation}`;
  }

  private async isReloaded(timeout: number): Promise<boolean> {
    let steady = 0;
    return poll(timeout, async () => {
      steady = (await this.status(this.marker)) === 204 ? steady + 1 : 0;
      return steady === steadyConnections;
    });
  }

  /** Old workers accept connections for a while on a busy machine. One that has stopped has another process title. */
  private async areOldWorkersGone(): Promise<boolean> {
    return poll(reloadTimeout, async () => {
      const processes = await docker(['top', this.container('web'), '-o', 'pid,args']);
      const accepting = [...processes.matchAll(/^ *(\d+) +nginx: worker process *$/gm)].map(([, id = '']) => id);
      if (this.workers.some((worker) => accepting.includes(worker))) return false;
      this.workers = accepting;
      return true;
    });
  }

  private async stateOfApi(): Promise<State> {
    let isStopped = false;
    const isDone = await poll(startTimeout, async () => {
      if ((await this.status('/api/readyz')) === 200) return true;
      isStopped = !(await this.isRunning('api'));
      return isStopped;
    });
    if (isStopped) return 'refused';
    return isDone ? 'serving' : 'not serving';
  }

  private async status(path: string): Promise<number | undefined> {
    return send(this.stack.url, path).then(
      ({ status }) => status,
      () => undefined,
    );
  }

  private async isRunning(service: 'web' | 'api'): Promise<boolean> {
    return (await docker(['inspect', '--format', '{{.State.Running}}', this.container(service)])).trim() === 'true';
  }

  /** Run a Docker command in which `web` or `api` stands for the container. */
  private docker(...args: string[]): Promise<string> {
    return docker(args.map((arg) => (arg === 'web' || arg === 'api' ? this.container(arg) : arg)));
  }

  private container(service: 'web' | 'api'): string {
    return `${this.stack.state.project}-${service}-1`;
  }
}

async function poll(timeout: number, isDone: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    if (await isDone()) return true;
    await setTimeout(20);
  }
  return false;
}

async function succeeds(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
