import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from './command.ts';
import { WORKSPACE_ROOT } from './paths.ts';

/**
 * Names of this suite's Compose projects: `app-e2e-<clone>-<process>-<role>`.
 *
 * `clone` separates clones and machines that share an engine. `process` tells a running suite from one that crashed. So
 * leftovers are found by name, and the stacks of other clones are never touched.
 */
const CLONE = createHash('sha256').update(`${hostname()}:${WORKSPACE_ROOT}`).digest('hex').slice(0, 8);
const PREFIX = `app-e2e-${CLONE}-`;

/** Set by the global setup, so that workers use the same run. */
const RUN_VARIABLE = 'APP_E2E_RUN';

/** Make this process the owner of the run. Called once, in Playwright's main process. */
export function claimRun(): void {
  process.env[RUN_VARIABLE] = String(process.pid);
}

/** The Compose project of one stack of this run, e.g. of the role `main` or `faults-0`. */
export function projectName(role: string): string {
  return `${PREFIX}${process.env[RUN_VARIABLE] ?? process.pid}-${role}`;
}

/** The folder with the secret of a running stack. */
export function secretsFolder(project: string): string {
  return join(tmpdir(), project);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function projectsOfThisClone(): Promise<Set<string>> {
  const label = 'com.docker.compose.project';
  const format = ['--filter', `label=${label}`, '--format', `{{.Label "${label}"}}`];
  // A crash during clean-up can leave volumes and networks without containers.
  const lists = await Promise.all([
    docker(['ps', '--all', ...format]),
    docker(['volume', 'ls', ...format]),
    docker(['network', 'ls', ...format]),
  ]);
  const names = lists.flatMap((list) => list.split('\n'));
  return new Set(names.filter((name) => name.startsWith(PREFIX)));
}

const down = (project: string) => ['compose', '--project-name', project, 'down', '--volumes', '--timeout', '1'];

/** Remove a stack while the process exits, when no promise can be awaited. */
export function removeProjectAtExit(project: string): void {
  spawnSync('docker', down(project), { stdio: 'ignore', timeout: 60_000 });
  rmSync(secretsFolder(project), { recursive: true, force: true });
}

/**
 * Remove every stack of this run, or those of earlier runs whose process is gone.
 *
 * @param which `crashed` before a run starts, `mine` after it ended
 */
export async function removeProjects(which: 'crashed' | 'mine'): Promise<void> {
  for (const project of await projectsOfThisClone()) {
    const pid = Number(project.slice(PREFIX.length).split('-')[0]);
    const mine = pid === process.pid;
    // Before the run, a stack with this process id belongs to an older process with the same id.
    if (mine || (which === 'crashed' && !isAlive(pid))) {
      await docker(down(project));
      await rm(secretsFolder(project), { recursive: true, force: true });
    }
  }
}
