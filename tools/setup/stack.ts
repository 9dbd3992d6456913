import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { requireFreePort } from './ports.ts';
import { setting } from './settings.ts';
import { read, root, run, UserError } from './shell.ts';

const FOLDER = join(root, 'docker/stack');
const PROJECT_LABEL = 'com.docker.compose.project';
const SECRET = 'docker/stack/.secrets/secret_key';

/** Throws when another program uses the port of the stack. */
export function requireStackPort(): Promise<void> {
  const isOurs = (description: string): boolean => description === `compose project ${project()}`;
  return requireFreePort('APP_PORT', setting('APP_BIND') ?? '127.0.0.1', isOurs);
}

/** Throws when another clone has a stack of the same name. Compose would replace its containers and use its data. */
export async function requireOwnStack(name = project(), variable = 'APP_PORT'): Promise<void> {
  const other = (await foldersOfStack(name)).find(isOtherClone);
  if (other !== undefined) {
    throw new UserError(
      `The stack "${name}" was started from ${other}. Set COMPOSE_PROJECT_NAME and ${variable} in .env.local to run another.`,
    );
  }
}

/** Throws when the stack cannot start here: another clone or another program is in its place. */
export async function requirePlace(): Promise<void> {
  await requireOwnStack();
  await requireStackPort();
}

/** Returns the sentence with which a container refused its configuration. */
export async function refusal(): Promise<string | undefined> {
  const logs = ['logs', '--no-color', '--no-log-prefix', '--tail', '20'];
  const { output } = await run('docker', ['compose', '--project-name', project(), ...logs]);
  // Compose clears the line of a container that has exited.
  return stripVTControlCharacters(output)
    .split('\n')
    .find((line) => /^(?:The API cannot start\.|web:) /.test(line));
}

/** Returns what may surprise about the data of the stack. */
export async function dataNotes(secret = SECRET): Promise<string[]> {
  const notes: string[] = [];
  if (setting('DATABASE_URL') !== undefined && setting('APP_DATABASE_URL') === undefined) {
    notes.push('DATABASE_URL is for development. Set APP_DATABASE_URL to choose the database of the stack.');
  }
  const volumes = await run('docker', ['volume', 'ls', '--quiet', ...ofProject()]);
  // A clone creates its secrets before its volumes.
  if (volumes.stdout !== '' && read(secret) === undefined) {
    notes.push(
      `Another clone created the data of "${project()}". Set COMPOSE_PROJECT_NAME in .env.local to start without it.`,
    );
  }
  return notes;
}

function project(): string {
  return setting('COMPOSE_PROJECT_NAME') ?? setting('APP_NAME') ?? '';
}

/** The Compose project of docker/stack/development.yaml. */
export function developmentProject(): string {
  return `${project()}-development`;
}

function ofProject(name = project()): string[] {
  return ['--filter', `label=${PROJECT_LABEL}=${name}`];
}

/** The folders of the compose files from which the stack's containers were created. */
async function foldersOfStack(name: string): Promise<string[]> {
  const format = `{{.Label "${PROJECT_LABEL}.working_dir"}}`;
  const { stdout } = await run('docker', ['ps', '--all', ...ofProject(name), '--format', format]);
  return stdout.split('\n').filter(Boolean);
}

function isOtherClone(folder: string): boolean {
  try {
    return realpathSync(folder) !== FOLDER;
  } catch (error) {
    // A clone that is gone was moved or deleted. One of another user may be unreadable.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
