import { requireFreePort } from '../ports.ts';
import { setting, usesPostgres } from '../settings.ts';
import { runOnTerminal } from '../shell.ts';
import { developmentProject, requireOwnStack } from '../stack.ts';

/** The command of api:database: starts PostgreSQL for development and tests, if APP_DATABASE selects it. */
export async function database(): Promise<number> {
  if (!usesPostgres()) return 0;
  const project = developmentProject();
  await requireOwnStack(project, 'APP_DATABASE_PORT');
  await requireFreePort('APP_DATABASE_PORT', '127.0.0.1', (owner) => owner === `compose project ${project}`);
  const compose = ['compose', '--project-name', project, '--file', 'docker/stack/development.yaml'];
  const names = ['POSTGRES_IMAGE', 'APP_DATABASE_PORT'];
  const env = Object.fromEntries(names.map((name) => [name, setting(name)]));
  return runOnTerminal('docker', [...compose, 'up', '--detach', '--wait'], env);
}
