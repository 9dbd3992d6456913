import { execFileSync } from 'node:child_process';
import { workspaceRoot } from '../checks/scratch.ts';
import { postgresImage } from './base-images.ts';

/** Variables that would configure another stack, such as one of `.env.local`. */
const STACK_VARIABLES = /^(?:DATABASE_URL|COMPOSE_.*|APP_(?!NAME$|TAG$|IMAGES$).*)$/;

const FILES = ['compose.yaml', 'compose.postgres.yaml'].flatMap((file) => ['--file', `docker/stack/${file}`]);

/** The stack with PostgreSQL, as a Compose project of its own. Docker chooses a free port. */
export class PostgresStack {
  readonly #project = `postgres-check-${String(process.pid)}`;
  readonly #env: NodeJS.ProcessEnv;

  constructor() {
    const inherited = Object.entries(process.env).filter(([name]) => !STACK_VARIABLES.test(name));
    this.#env = { ...Object.fromEntries(inherited), APP_PORT: '0', POSTGRES_IMAGE: postgresImage() };
  }

  /** Starts all services and waits until they are healthy. @throws Error with their logs when they are not */
  up(): void {
    try {
      this.compose('up', '--detach', '--wait', '--wait-timeout', '120');
    } catch (error) {
      throw new Error(this.compose('logs', '--no-color', '--tail', '20'), { cause: error });
    }
  }

  /** Stops all services and deletes their data. */
  remove(): void {
    this.compose('down', '--volumes', '--remove-orphans', '--timeout', '5');
  }

  compose(...args: string[]): string {
    return this.#docker('compose', '--ansi', 'never', '--project-name', this.#project, ...FILES, ...args);
  }

  /** Reads a property of a service's container. */
  inspect(service: string, format: string): string {
    return this.#docker('inspect', '--format', format, `${this.#project}-${service}-1`).trim();
  }

  /** Runs a shell command in the database's container. */
  inDatabase(command: string): string {
    return this.compose('exec', '-T', 'db', 'sh', '-c', command).trim();
  }

  #docker(...args: string[]): string {
    return execFileSync('docker', args, {
      cwd: workspaceRoot,
      encoding: 'utf8',
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
