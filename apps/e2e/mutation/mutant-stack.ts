import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { applyMutant, places, type Mutant } from '@app/mutation';
import { CommandError, docker } from '../support/command.ts';
import { ask } from '../support/http.ts';
import { E2E_ROOT, WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';
import { TIME_LIMIT } from './all-mutants.ts';

/** How a mutated program takes its configuration. */
export type Started = 'serving' | 'refused' | 'not serving';

/** Milliseconds to wait for a program with a mutant, on a machine that has the time. */
interface Patience {
  readonly reload: number;
  readonly start: number;
}

const PATIENCE: Patience = { reload: 3_000, start: 12_000 };
const RELOAD_POLL_MS = 50;
const START_POLL_MS = 200;
/** A mutant has to take so many times as long as the unchanged configuration before it counts as not serving. */
const TIMES_AS_LONG = 4;
/** New connections in a row that the new workers must have taken. */
const STEADY = 4;

/**
 * A stack whose configuration lies in a folder on this machine, so that a mutant is a written file and a reload.
 */
export class MutantStack {
  private generation = 0;
  /** Nginx's processes that take connections, by their ids. */
  private workers: string[] = [];
  /** Whether Nginx or the application runs something else than the unchanged configuration. */
  private dirty = { nginx: false, api: false };

  private constructor(
    readonly stack: Stack,
    private readonly folder: string,
    private readonly sources: ReadonlyMap<string, string>,
  ) {}

  /** Start a stack on the unchanged configuration. */
  static async start(role: string, sources: ReadonlyMap<string, string>): Promise<MutantStack> {
    const folder = await mkdtemp(join(tmpdir(), 'app-mutant-'));
    await cp(join(WORKSPACE_ROOT, places.nginx), join(folder, 'nginx'), { recursive: true });
    for (const file of [places.gunicorn, places.django]) {
      await cp(join(WORKSPACE_ROOT, file), join(folder, file.split('/').at(-1) ?? ''));
    }
    const stack = await Stack.create(role, {
      overlays: [join(E2E_ROOT, 'mutation/compose.mutant.yaml')],
      environment: { APP_REQUEST_TIMEOUT_SECONDS: String(TIME_LIMIT), APP_MUTANT: folder },
    });
    const mutants = new MutantStack(stack, folder, sources);
    await mutants.write();
    await stack.up();
    return mutants;
  }

  /** Take the stack down and remove its folder. */
  async stop(): Promise<void> {
    await this.stack.down();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Run the stack with one mutant; what an earlier one changed is undone. */
  async install(mutant: Mutant): Promise<Started> {
    const state = await this.tryToRun(mutant);
    if (state !== 'not serving') return state;
    const began = Date.now();
    await this.write();
    await (mutant.file.startsWith(places.nginx) ? this.startNginx(true) : this.restartApi());
    const start = (Date.now() - began) * TIMES_AS_LONG;
    return start > PATIENCE.start ? this.tryToRun(mutant, { reload: start, start }) : state;
  }

  private async tryToRun(mutant: Mutant, patience = PATIENCE): Promise<Started> {
    const isNginx = mutant.file.startsWith(places.nginx);
    if (isNginx && this.dirty.api) await this.restore();
    if (!isNginx && this.dirty.nginx) await this.restore();
    await this.write(mutant);
    this.dirty[isNginx ? 'nginx' : 'api'] = true;
    return isNginx ? this.startNginx(needsRestart(mutant), patience) : this.restartApi(patience);
  }

  /** Back to the unchanged configuration, whatever state a mutant or a test left the containers in. */
  async restore(): Promise<void> {
    await this.write();
    // What is there starts anew, and its health with it: nobody waits for a container that has become unhealthy. What is not
    // there is made.
    for (const service of ['web', 'api'] as const) {
      await succeeds(docker(['restart', '--time', '2', await this.container(service)]));
    }
    await this.stack.up();
    this.workers = [];
    const isServed = (await this.isServing(PATIENCE.start)) && (await this.stateOfApi(PATIENCE.start)) === 'serving';
    if (!isServed) throw new Error('The stack does not serve with its unchanged configuration.');
    this.dirty = { nginx: false, api: false };
  }

  private async write(mutant?: Mutant): Promise<void> {
    this.generation += 1;
    for (const [path, text] of this.sources) {
      const edits = mutant?.edits.filter(({ file }) => file === path) ?? [];
      const target = path.startsWith(places.nginx)
        ? join(this.folder, 'nginx', path.slice(places.nginx.length))
        : join(this.folder, path.split('/').at(-1) ?? '');
      await mkdir(join(target, '..'), { recursive: true });
      // The same file is written again: a container sees a mounted file by its inode.
      await writeFile(target, applyMutant(text, edits) + (path.endsWith('/server/listen.conf') ? this.marker() : ''));
    }
  }

  /** An address that only this configuration has: how a reload is seen to have happened. */
  private marker(): string {
    return `\nlocation = ${this.markerPath()} {\n    access_log off;\n    return 204;\n}\n`;
  }

  private markerPath(): string {
    return `/__generation/${this.generation}`;
  }

  private async startNginx(restart: boolean, { reload } = PATIENCE): Promise<Started> {
    if (!restart) {
      if (!(await this.isAccepted())) return 'refused';
      await this.signal('web', 'HUP');
      if ((await this.isServing(reload)) && (await this.isAlone(reload))) return 'serving';
    }
    // Some changes need a new process: the size of a zone, the port, what is said of the process itself.
    await docker(['restart', '--time', '2', await this.container('web')]);
    this.workers = [];
    if (await this.isServing(reload * 2)) return 'serving';
    return (await this.isRunning('web')) ? 'not serving' : 'refused';
  }

  /** Whether Nginx takes the configuration; entrypoint.sh renders the templates anew. */
  private async isAccepted(): Promise<boolean> {
    if (!(await this.isRunning('web'))) await docker(['start', await this.container('web')]);
    return succeeds(docker(['exec', await this.container('web'), '/entrypoint.sh', '-t']));
  }

  private async restartApi({ start } = PATIENCE): Promise<Started> {
    // Nothing is in flight that would be worth waiting for.
    await docker(['restart', '--time', '0', await this.container('api')]);
    return this.stateOfApi(start);
  }

  private async stateOfApi(patience: number): Promise<Started> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if ((await this.status('/api/readyz')) === 200) return 'serving';
      if (!(await this.isRunning('api'))) return 'refused';
      // Asking without a pause would take the time from what is asked about.
      await setTimeout(START_POLL_MS);
    }
    return 'not serving';
  }

  private async isServing(patience: number): Promise<boolean> {
    const deadline = Date.now() + patience;
    let steady = 0;
    while (Date.now() < deadline) {
      const status = await this.status(this.markerPath());
      steady = status === 204 ? steady + 1 : 0;
      if (steady === STEADY) return true;
      if (status === undefined) await setTimeout(RELOAD_POLL_MS);
    }
    return false;
  }

  /** Whether the workers of the configuration before take no connections any more: on a busy machine they do for a while. */
  private async isAlone(patience: number): Promise<boolean> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      const listening = await this.listeningWorkers();
      if (this.workers.some((worker) => listening.includes(worker))) continue;
      this.workers = listening;
      return true;
    }
    return false;
  }

  /** A worker that has closed its listening sockets calls itself otherwise. */
  private async listeningWorkers(): Promise<string[]> {
    const processes = await docker(['top', await this.container('web'), '-o', 'pid,args']);
    return [...processes.matchAll(/^ *(\d+) +nginx: worker process *$/gm)].map(([, id]) => id ?? '');
  }

  private async status(path: string): Promise<number | undefined> {
    return ask(this.stack.url, path).then(
      ({ status }) => status,
      () => undefined,
    );
  }

  private async isRunning(service: 'web' | 'api'): Promise<boolean> {
    const format = ['inspect', '--format', '{{.State.Running}}'];
    return (await docker([...format, await this.container(service)])).trim() === 'true';
  }

  private async signal(service: 'web' | 'api', signal: string): Promise<void> {
    await docker(['kill', `--signal=${signal}`, await this.container(service)]);
  }

  /** Asked each time: tests of the faults create containers anew. */
  private async container(service: 'web' | 'api'): Promise<string> {
    return `${this.stack.state.project}-${service}-1`;
  }
}

/** Whether Nginx reads the statement only when it starts. */
function needsRestart({ file }: Mutant): boolean {
  return /\/(process|events)\.conf$/.test(file);
}

function succeeds(command: Promise<unknown>): Promise<boolean> {
  return command.then(
    () => true,
    (error: unknown) => {
      if (error instanceof CommandError) return false;
      throw error;
    },
  );
}
