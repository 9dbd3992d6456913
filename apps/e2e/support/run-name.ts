import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from './command.ts';
import { WORKSPACE_ROOT } from './paths.ts';

/**
 * Names of this suite's Compose projects: `app-e2e-<place>-<process>-<role>`.
 *
 * `place` tells clones and machines that share one engine apart, `process` tells a running suite
 * from one that crashed. So leftovers are found by name alone, and nobody else's stack is touched.
 */
const PLACE = createHash('sha256').update(`${hostname()}:${WORKSPACE_ROOT}`).digest('hex').slice(0, 8);
const PREFIX = `app-e2e-${PLACE}-`;

/** Set by the global setup; workers and the faults' stack belong to the same run. */
const RUN_VARIABLE = 'APP_E2E_RUN';

/** Make this process the owner of the run. Called once, in Playwright's main process. */
export function claimRun(): void {
  process.env[RUN_VARIABLE] = String(process.pid);
}

/** The Compose project of one stack of this run, e.g. `main` or `faults-0`. */
export function projectName(role: string): string {
  return `${PREFIX}${process.env[RUN_VARIABLE] ?? process.pid}-${role}`;
}

/** Where a stack's own secret is while it runs. */
export function secretsFolder(project: string): string {
  return join(tmpdir(), project);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function projectsOfThisPlace(): Promise<Set<string>> {
  const label = 'com.docker.compose.project';
  const format = ['--filter', `label=${label}`, '--format', `{{.Label "${label}"}}`];
  // Volumes and networks outlive containers when a crash came in the middle of a clean-up.
  const lists = await Promise.all([
    docker(['ps', '--all', ...format]),
    docker(['volume', 'ls', ...format]),
    docker(['network', 'ls', ...format]),
  ]);
  const names = lists.flatMap((list) => list.split('\n'));
  return new Set(names.filter((name) => name.startsWith(PREFIX)));
}

const down = (project: string) => ['compose', '--project-name', project, 'down', '--volumes', '--timeout', '1'];

/** Take a stack down while the process ends, when nothing can be waited for. */
export function sweepAtExit(project: string): void {
  spawnSync('docker', down(project), { stdio: 'ignore', timeout: 60_000 });
  rmSync(secretsFolder(project), { recursive: true, force: true });
}

/**
 * Take down every stack of this run, and those of earlier runs whose process is gone.
 *
 * @param which `crashed` before a run starts, `mine` after it ended
 */
export async function sweep(which: 'crashed' | 'mine'): Promise<void> {
  for (const project of await projectsOfThisPlace()) {
    const pid = Number(project.slice(PREFIX.length).split('-')[0]);
    const mine = pid === process.pid;
    // At the start a stack with this process's number can only be an older process's.
    if (mine || (which === 'crashed' && !isAlive(pid))) {
      await docker(down(project));
      await rm(secretsFolder(project), { recursive: true, force: true });
    }
  }
}
