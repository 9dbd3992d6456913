/** Runs `docker compose` with the files that APP_DATABASE selects. Usage: node docker/stack/compose.ts up --detach --wait */
import { spawnSync, type StdioOptions } from 'node:child_process';
import { join } from 'node:path';

const { APP_DATABASE = 'sqlite', APP_DATABASE_URL } = process.env;
export const isPostgres = APP_DATABASE === 'postgres';

/** Runs a command of Compose and returns its exit code. */
export function compose(args: string[], stdio: StdioOptions = 'inherit'): number {
  const files = ['compose.yaml', ...(isPostgres ? ['compose.postgres.yaml'] : [])];
  const options = files.map((file) => `--file=${join(import.meta.dirname, file)}`);
  return spawnSync('docker', ['compose', ...options, ...args], { stdio }).status ?? 1;
}

export function fail(message: string): never {
  console.error(`✗ ${message}`);
  process.exit(1);
}

if (!isPostgres && APP_DATABASE !== 'sqlite') {
  fail(`APP_DATABASE is "${APP_DATABASE}". Set it to sqlite or postgres.`);
}
if (isPostgres && APP_DATABASE_URL) {
  fail('APP_DATABASE=postgres starts a server in the stack, and APP_DATABASE_URL names another. Unset one of them.');
}
if (import.meta.main) process.exitCode = compose(process.argv.slice(2));
