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
  if (!isOurs(owner.description)) {
    throw new UserError(`Port ${String(number)} is in use by ${owner.name}. Stop it or set ${variable}.`);
  }
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
