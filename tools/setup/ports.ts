import { createServer } from 'node:net';
import { run, UserError } from './shell.ts';
import { port } from './settings.ts';

/** Throws when the port is in use, except by an owner for which `isOurs` returns true. */
export async function requireFreePort(
  variable: string,
  host: string,
  isOurs: (description: string) => boolean,
): Promise<void> {
  const number = port(variable);
  if (await isFree(number, host)) return;
  const owner = await findOwner(number);
  // A container that crashes again and again uses its port for moments.
  if (!isOurs(owner.description) && !(await isFree(number, host))) {
    throw new UserError(`Port ${String(number)} is in use by ${owner.name}. Stop it or set ${variable}.`);
  }
}

/** Throws when a port of the development servers is in use, except by an owner for which `isOurs` returns true. */
export async function requireServerPorts(isOurs: (description: string) => boolean = () => false): Promise<void> {
  for (const variable of ['APP_DEV_PORT', 'APP_API_PORT']) await requireFreePort(variable, '127.0.0.1', isOurs);
}

function isFree(number: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(number, host, () => server.close(() => resolve(true)));
  });
}

interface Owner {
  name: string;
  /** A container's Compose project, or a process's command line. */
  description: string;
}

/** Finds who uses a port. `ss` is part of Linux and `lsof` of macOS. */
async function findOwner(number: number): Promise<Owner> {
  const format = '{{.Names}} {{.Label "com.docker.compose.project"}}';
  const { stdout } = await run('docker', ['ps', '--filter', `publish=${String(number)}`, '--format', format]);
  const [container, project = ''] = stdout.split(' ');
  if (container) return { name: `container ${container}`, description: `compose project ${project}` };
  const ss = await run('ss', ['-ltnpH', `sport = :${String(number)}`]);
  const lsof = ss.isInstalled ? ss : await run('lsof', ['-nP', `-iTCP:${String(number)}`, '-sTCP:LISTEN', '-Fp']);
  const pid = /pid=(\d+)|^p(\d+)$/m.exec(lsof.stdout)?.slice(1).find(Boolean);
  if (pid === undefined) return { name: "another user's process", description: '' };
  return { name: `process ${pid}`, description: (await run('ps', ['-o', 'args=', '-p', pid])).stdout };
}
