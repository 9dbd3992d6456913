import { join } from 'node:path';
import { run } from './command.ts';
import { APP_DATABASE } from './identity.ts';
import { WORKSPACE_ROOT } from './paths.ts';

const chmod = (mode: string) => ['exec', '-T', 'api', 'sh', '-c', `chmod ${mode} /data/app.sqlite3*`];

/** Commands of Compose that take the database away from Django and give it back. */
export const databaseOutage =
  APP_DATABASE === 'postgres'
    ? { begin: ['stop', 'db'], end: ['up', '--detach', '--wait', '--no-deps', 'db'] }
    : { begin: chmod('000'), end: chmod('600') };

const OVERLAY = join(WORKSPACE_ROOT, 'docker/stack/compose.postgres.yaml');

/** The Compose files and variables of the database that APP_DATABASE selects. */
export async function databaseOfStack(): Promise<{ files: string[]; environment: Record<string, string> }> {
  if (APP_DATABASE !== 'postgres') return { files: [], environment: {} };
  const { POSTGRES_IMAGE, NGINX_IMAGE } = process.env;
  if (POSTGRES_IMAGE || !NGINX_IMAGE?.startsWith('local/')) return { files: [OVERLAY], environment: {} };
  // No registry is reachable, and setup builds this image only for a product that uses PostgreSQL.
  await run('node', [join(WORKSPACE_ROOT, 'docker/base-images/build.ts'), 'POSTGRES_IMAGE']);
  return { files: [OVERLAY], environment: { POSTGRES_IMAGE: 'local/postgres:18' } };
}
