import type { Site } from './configuration.ts';
import type { Word } from './tokens.ts';

/** Where the arguments begin that a directive can do without: each of them is removed. The others are its subject. */
const optionalFrom: Readonly<Record<string, number>> = {
  access_log: 1,
  add_header: 2,
  add_trailer: 2,
  charset_types: 0,
  error_log: 1,
  gzip_proxied: 0,
  gzip_types: 0,
  index: 0,
  limit_req: 1,
  listen: 1,
  log_format: 1,
  open_file_cache: 0,
  proxy_ignore_headers: 0,
  proxy_next_upstream: 0,
  proxy_ssl_protocols: 0,
  resolver: 0,
  return: 1,
  rewrite: 2,
  server: 1,
  server_name: 0,
  ssi_types: 0,
  ssl_protocols: 0,
  try_files: 0,
};

/** With fewer arguments, Nginx refuses the directive. */
const fewest: Readonly<Record<string, number>> = { try_files: 2 };

/** The arguments of a directive of which each can be left out by itself. */
export function optionalWords({ statement, parent }: Site): Word[] {
  const { value: name } = statement.name;
  // A list of status codes, then what to do with them: `error_page 502 504 =200 /uri`.
  if (name === 'error_page') return optionalOfErrorPage(statement.args);
  // `server { }` has none; the fields of a log are one text in several pieces.
  if ((name === 'server' && parent.kind !== 'upstream') || !Object.hasOwn(optionalFrom, name)) return [];
  if (name === 'log_format') return statement.args.slice(1).filter(({ value }) => value.startsWith('escape='));
  const from = optionalFrom[name] ?? 0;
  return statement.args.length > Math.max(from, fewest[name] ?? 1) ? statement.args.slice(from) : [];
}

function optionalOfErrorPage(args: readonly Word[]): Word[] {
  const codes = args.filter(({ value }) => /^\d+$/.test(value));
  return [...(codes.length > 1 ? codes : []), ...args.filter(({ value }) => value.startsWith('='))];
}
