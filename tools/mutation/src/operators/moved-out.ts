import { isEntry, type Block, type Site } from '../nginx/configuration.ts';
import { draft, replace } from '../nginx/words.ts';
import type { Draft } from '../mutant.ts';

/** Nginx refuses them at server level, or ignores them there, which equals their removal. */
const locationOnly = new Set(['alias', 'include', 'internal', 'limit_except', 'proxy_pass', 'try_files']);

/** Directives that may occur more than once in a block. */
const repeatable = new Set([
  ...['access_log', 'add_header', 'error_page', 'if', 'location', 'proxy_hide_header', 'proxy_set_header'],
  ...['return', 'rewrite', 'set'],
]);

/** Move a directive behind its location or `if`, so that it applies to more requests. */
export function movedOut(site: Site): Draft[] {
  const { statement, parent } = site;
  const { owner } = parent;
  const name = statement.name.value;
  if (!owner || !['location', 'if'].includes(parent.kind) || isEntry(site)) return [];
  const target = owner.parent;
  if ((target.kind === 'server' && locationOnly.has(name)) || isDuplicate(name, target)) return [];
  const { file, statement: block } = owner;
  const text = `\n${site.text.slice(statement.start, statement.end)}`;
  const insertion = { file, start: block.end, end: block.end, text };
  return [draft(site, 'moved-out', `to ${target.kind}`, replace(site, statement, ''), insertion)];
}

function isDuplicate(name: string, { sites }: Block): boolean {
  return !repeatable.has(name) && sites.some(({ statement }) => statement.name.value === name);
}
