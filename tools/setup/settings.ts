import { parseEnv } from 'node:util';
import { read, UserError } from './shell.ts';

/** Reads settings in the order in which Nx does: the environment, then `.env.local`, then `.env`. */
export function setting(name: string): string | undefined {
  return process.env[name] || inFile('.env.local')[name] || inFile('.env')[name];
}

export function port(name: string): number {
  const value = setting(name);
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new UserError(`${name} is not a port: ${String(value)}. Set a number from 1 to 65535.`);
}

/** Throws when APP_DATABASE has another value than the two it can have. */
export function usesPostgres(): boolean {
  const database = setting('APP_DATABASE') ?? 'sqlite';
  if (['sqlite', 'postgres'].includes(database)) return database === 'postgres';
  throw new UserError(`APP_DATABASE is "${database}". Set it to sqlite or postgres.`);
}

function inFile(path: string): NodeJS.Dict<string> {
  return parseEnv(read(path) ?? '');
}
