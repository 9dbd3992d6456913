import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../../checks/scratch.ts';

/** The compose files as they are, in a folder of their own: with secrets and a project that nobody else has. */
export class Stack implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'postgres-stack-'));
  readonly #project = `postgres-check-${String(process.pid)}`;
  readonly #env: NodeJS.ProcessEnv;

  /** @param postgres the image */
  constructor(
    readonly port: number,
    postgres: string,
  ) {
    for (const file of ['compose.yaml', 'compose.postgres.yaml', 'secrets.mjs']) {
      cpSync(join(workspaceRoot, 'docker/stack', file), join(this.#folder, file));
    }
    execFileSync(process.execPath, [join(this.#folder, 'secrets.mjs')]);
    // What a shell says about a stack is said about another one.
    const said = /^(DATABASE_URL|COMPOSE_.*|APP_(?!TAG$|IMAGES$).*)$/;
    const inherited = Object.entries(process.env).filter(([name]) => !said.test(name));
    this.#env = { ...Object.fromEntries(inherited), APP_PORT: String(port), POSTGRES_IMAGE: postgres };
  }

  /** Starts everything and waits until it is healthy. @throws Error with what the containers wrote when it does not become so */
  up(): void {
    try {
      this.compose('up', '--detach', '--wait', '--wait-timeout', '120');
    } catch (error) {
      throw new Error(this.compose('logs', '--no-color', '--tail', '20'), { cause: error });
    }
  }

  /** `docker compose` on this stack. @throws Error with its words when it fails */
  compose(...args: string[]): string {
    const files = ['compose.yaml', 'compose.postgres.yaml'].flatMap((file) => ['--file', join(this.#folder, file)]);
    return this.#docker('compose', '--ansi', 'never', '--project-name', this.#project, ...files, ...args);
  }

  /** What the engine knows of a service's container. */
  inspect(service: string, format: string): string {
    return this.#docker('inspect', '--format', format, `${this.#project}-${service}-1`).trim();
  }

  /** SQL's answer, asked from inside the database's container. */
  sql(query: string): string {
    const psql = ['psql', '--username', 'app', '--dbname', 'app', '--tuples-only', '--no-align'];
    return this.compose('exec', '-T', 'db', ...psql, '--command', query).trim();
  }

  /** Runs Python of the API's image where a service's container is: in its networks, with its names. */
  python(service: string, script: string, ...args: string[]): string {
    const network = `container:${this.#project}-${service}-1`;
    const image = this.inspect('api', '{{.Config.Image}}');
    return this.#docker('run', '--rm', '--network', network, '--entrypoint', 'python', image, '-c', script, ...args);
  }

  #docker(...args: string[]): string {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    return execFileSync('docker', args, { encoding: 'utf8', env: this.#env, stdio });
  }

  [Symbol.dispose](): void {
    this.compose('down', '--volumes', '--remove-orphans', '--timeout', '5');
    rmSync(this.#folder, { recursive: true });
  }
}
