/**
 * Saves the data of the running stack in a new file, or replaces the data by those of a file.
 *
 * Usage: node docker/stack/backup.ts [--file=FILE]
 *        node docker/stack/backup.ts --restore --file=FILE [--replace]
 */
import { mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { compose, fail, isPostgres } from './compose.ts';

const MANAGE = ['exec', '-T', 'api', 'python', 'manage.py'];
const PSQL = 'psql --username=app --dbname=app --quiet --output=/dev/null --set=ON_ERROR_STOP=1 --single-transaction';
// One transaction: a backup that cannot be restored changes nothing.
const RESTORE_POSTGRES = `set -e
  export PGOPTIONS=--client-min-messages=warning
  sql=$(mktemp)
  trap 'rm "$sql"' EXIT
  pg_restore --file="$sql"
  ${PSQL} --command='DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner' --file="$sql"`;

const DATABASE = isPostgres
  ? {
      name: 'PostgreSQL',
      suffix: 'dump',
      dump: ['exec', '-T', 'db', 'pg_dump', '--username=app', '--format=custom', 'app'],
    }
  : { name: 'SQLite', suffix: 'sqlite3', dump: [...MANAGE, 'backup'] };
/** The first bytes of a backup, by database. */
const SIGNATURES = { PostgreSQL: 'PGDMP', SQLite: 'SQLite format 3' };

const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({ options: { file: { type: 'string' }, restore: flag, replace: flag } });
const { APP_DATABASE_URL, APP_NAME = 'app' } = process.env;
if (APP_DATABASE_URL) fail('APP_DATABASE_URL names a database outside the stack. Back it up where it runs.');

if (values.restore) restore(values.file ?? fail('Name the backup to restore: --file=FILE.'), values.replace);
else backup(values.file ?? `backups/${APP_NAME}-${new Date().toISOString().replace(/\W/g, '')}.${DATABASE.suffix}`);

function backup(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = open(path, 'wx');
  if (compose(DATABASE.dump, ['ignore', file, 'inherit']) !== 0) {
    rmSync(path);
    fail('There is no backup. The stack must run: npm start.');
  }
  console.log(`Saved ${path}`);
}

function restore(path: string, isReplacing: boolean): void {
  const header = Buffer.alloc(16);
  const file = open(path, 'r');
  // With a position, so that programs still read from the start.
  readSync(file, header, 0, header.length, 0);
  const kind = Object.entries(SIGNATURES).find(([, signature]) => header.toString().startsWith(signature))?.[0];
  if (kind === undefined) fail(`${path} is not a backup.`);
  if (kind !== DATABASE.name) fail(`${path} is a backup of ${kind}. Set APP_DATABASE or choose another file.`);

  const args = isReplacing ? ['restore', '--replace'] : ['restore'];
  // On PostgreSQL, this command only checks that the database is empty.
  let exitCode = compose([...MANAGE, ...args], [isPostgres ? 'ignore' : file, 'inherit', 'inherit']);
  // The command has said why.
  if (exitCode !== 0) process.exit(1);
  if (isPostgres) {
    exitCode = compose(['exec', '-T', 'db', 'sh', '-c', RESTORE_POSTGRES], [file, 'inherit', 'inherit']);
  }
  if (exitCode !== 0) fail('Nothing was restored: see the error above.');
  // The backup may be older than the release.
  if (compose(['run', '--rm', 'migrate']) !== 0) fail('The backup was restored, but it could not be migrated.');
  console.log(`Restored ${path}`);
}

function open(path: string, flags: 'r' | 'wx'): number {
  try {
    return openSync(path, flags, 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      code === 'EEXIST' ? `${path} exists. Name another file.` : `${path} cannot be opened (${String(code)}).`,
    );
  }
}
