import { execFileSync } from 'node:child_process';
import { postgresImage } from '../base-images';

const LONGEST_START_MS = 120_000;

/** A PostgreSQL with nothing in it, for whoever is on this machine: what a page calls `127.0.0.1:5432`. */
export class Postgres implements Disposable {
  readonly #container: string;
  readonly port: number;

  /** @throws Error when it does not start */
  constructor() {
    const options = ['--publish', '127.0.0.1::5432', '--env', 'POSTGRES_HOST_AUTH_METHOD=trust'];
    this.#container = docker('run', '--detach', ...options, postgresImage());
    // By address: while the cluster is made, the server listens on its socket alone.
    const isReady = 'until pg_isready --quiet --host 127.0.0.1; do sleep 0.2; done';
    docker('exec', this.#container, 'sh', '-c', isReady);
    this.port = Number(docker('port', this.#container, '5432/tcp').split(':').at(-1));
  }

  [Symbol.dispose](): void {
    docker('rm', '--force', '--volumes', this.#container);
  }
}

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', timeout: LONGEST_START_MS }).trim();
}
