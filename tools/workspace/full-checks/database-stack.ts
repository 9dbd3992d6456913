import { execFileSync } from 'node:child_process';
import { workspaceRoot } from '../checks/scratch.ts';
import { postgresImage } from './base-images.ts';

/** Variables that would configure another stack, such as one of `.env.local`. */
const STACK_VARIABLES = /^(?:DATABASE_URL|COMPOSE_.*|APP_(?!NAME$|TAG$|IMAGES$).*)$/;

/** The stack with one of the databases, as a separate Compose project. Docker chooses a free port. */
export class DatabaseStack {
  readonly #project: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(APP_DATABASE: 'sqlite' | 'postgres', role: string) {
    this.#project = `database-check-${String(process.pid)}-${APP_DATABASE}-${role}`;
    const inherited = Object.entries(process.env).filter(([name]) => !STACK_VARIABLES.test(name));
    const own = { APP_PORT: '0', APP_DATABASE, COMPOSE_PROJECT_NAME: this.#project, POSTGRES_IMAGE: postgresImage() };
    this.#env = { ...Object.fromEntries(inherited), ...own };
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
    return this.#run(process.execPath, 'docker/stack/compose.ts', ...args);
  }

  /** Runs the command of `nx backup stack`, or of `nx restore stack` with `--restore`. @throws Error with its output */
  backup(...args: string[]): string {
    return this.#run(process.execPath, 'docker/stack/backup.ts', ...args);
  }

  /** Runs Python code with Django's settings. */
  python(code: string): string {
    return this.compose('exec', '-T', 'api', 'python', 'manage.py', 'shell', '--no-imports', '--command', code);
  }

  /** Reads a property of a service's container. */
  inspect(service: string, format: string): string {
    return this.#run('docker', 'inspect', '--format', format, `${this.#project}-${service}-1`).trim();
  }

  /** Runs a shell command in the database's container. */
  inDatabase(command: string): string {
    return this.compose('exec', '-T', 'db', 'sh', '-c', command).trim();
  }

  #run(program: string, ...args: string[]): string {
    return execFileSync(program, args, {
      cwd: workspaceRoot,
      encoding: 'utf8',
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
