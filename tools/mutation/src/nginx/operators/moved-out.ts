import type { Draft } from '../../draft.ts';
import { enclosing, isEntry, type Block, type Site } from '../configuration.ts';
import { named, type Facts } from '../facts.ts';
import { draft, replace } from '../words.ts';

/** Blocks out of which a directive can be moved, to where it holds for more requests. */
const inner = new Set(['location', 'if', 'limit_except', 'server']);

/**
 * Directives that Nginx takes in these blocks alone: outside of them, it refuses to start, so that nobody ships that. What
 * stands in an `upstream` is of that kind altogether.
 */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  alias: ['location'],
  break: ['server', 'location', 'if'],
  if: ['server', 'location'],
  // What is in the file is moved, each directive by itself.
  include: [],
  internal: ['location'],
  limit_except: ['location'],
  listen: ['server'],
  location: ['server', 'location'],
  proxy_pass: ['location', 'if', 'limit_except'],
  return: ['server', 'location', 'if'],
  rewrite: ['server', 'location', 'if'],
  server_name: ['server'],
  set: ['server', 'location', 'if'],
  // A server takes it too, but uses it only where no location matches: there, it is as good as removed.
  try_files: ['location'],
};

/** Directives that a block may hold more than once; another one of these is refused as a duplicate. */
const repeatable = new Set([
  'access_log',
  'add_header',
  'add_trailer',
  'allow',
  'deny',
  'error_log',
  'error_page',
  'if',
  'limit_conn',
  'limit_req',
  'location',
  'proxy_hide_header',
  'proxy_pass_header',
  'proxy_set_header',
  'return',
  'rewrite',
  'set',
  'set_real_ip_from',
]);

/** Moves a directive to the block around its own. */
export function movedOut(site: Site, facts: Facts): Draft[] {
  const { statement, parent } = site;
  const [, target] = enclosing(site);
  if (!target || !inner.has(parent.kind) || isEntry(site)) return [];
  const name = statement.name.value;
  if (onlyIn[name]?.includes(target.kind) === false || isDuplicate(name, target)) return [];
  // A server that is alone inherits all that stands around it: the same configuration in other words.
  if (parent.kind === 'server' && servers(facts) < 2) return [];
  const place = endOf(parent);
  if (place === undefined) return [];
  const text = site.text.slice(statement.start, statement.end);
  const into = { file: place.file, start: place.at, end: place.at, text: `\n${text}` };
  return [draft(site, 'moved-out', `to ${target.kind}`, replace(site, statement, ''), into)];
}

function isDuplicate(name: string, { sites }: Block): boolean {
  return !repeatable.has(name) && sites.some(({ statement }) => statement.name.value === name);
}

function servers(facts: Facts): number {
  return named(facts, 'server').filter(({ parent }) => parent.kind === 'http').length;
}

/** Behind the block, in the file where it is opened. */
function endOf({ owner }: Block): { file: string; at: number } | undefined {
  return owner && { file: owner.file, at: owner.statement.end };
}
