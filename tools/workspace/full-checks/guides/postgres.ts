import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../../bench/free-port';

/** Where Debian and its kin keep the server's programs, which are not on the PATH there. */
const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL with nothing in it, for whoever is on this machine: what a page calls `127.0.0.1:5432`. */
export class Postgres implements Disposable {
  private constructor(
    readonly port: number,
    readonly folder: string,
  ) {}

  /** @throws Error when the server's programs (`initdb`, `pg_ctl`) are not installed, or it does not start */
  static async start(): Promise<Postgres> {
    const server = new Postgres(await freePort(), mkdtempSync(join(tmpdir(), 'postgres-')));
    const { uid } = account();
    if (uid !== undefined) chownSync(server.folder, uid, -1);
    run(
      'initdb',
      '--encoding',
      'UTF8',
      '--locale',
      'C.UTF-8',
      '--auth',
      'trust',
      '--username',
      'postgres',
      '--no-sync',
      '--pgdata',
      server.#data,
    );
    const options = `-h 127.0.0.1 -p ${String(server.port)} -k ${server.folder}`;
    const log = join(server.folder, 'log');
    run('pg_ctl', '--pgdata', server.#data, '--options', options, '--log', log, '--wait', 'start');
    return server;
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  [Symbol.dispose](): void {
    run('pg_ctl', '--pgdata', this.#data, '--mode', 'immediate', 'stop');
    rmSync(this.folder, { recursive: true });
  }
}

/** The server refuses to run as root: then as the user that its package makes. */
function account(): { uid?: number } {
  if (userInfo().uid !== 0) return {};
  return { uid: Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) };
}

function run(program: string, ...args: string[]): void {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((name) => join(DEBIAN, name, 'bin')) : [];
  const PATH = [process.env.PATH, ...versions].join(delimiter);
  // The server keeps what it inherits open: nobody could wait for the end of a pipe.
  const ran = spawnSync(program, args, { ...account(), cwd: '/', env: { ...process.env, PATH }, stdio: 'ignore' });
  if (ran.error)
    throw new Error(`PostgreSQL's ${program} is not here: apt-get install postgresql`, { cause: ran.error });
  if (ran.status !== 0) throw new Error(`${program} ended with exit code ${String(ran.status)}.`);
}
