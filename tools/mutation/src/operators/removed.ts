import { named, usesVariable, type Configuration, type Site } from '../nginx/configuration.ts';
import type { Word } from '../nginx/parse.ts';
import { membersOf } from '../nginx/values.ts';
import { draft, drop, logFieldsOf, replace } from '../nginx/words.ts';
import { brief, type Draft } from '../mutant.ts';

/** Index of the first argument that a directive can do without. Each argument from there on is removed in turn. */
const optionalFrom: Readonly<Record<string, number>> = {
  access_log: 1,
  add_header: 2,
  charset_types: 0,
  gzip_proxied: 0,
  gzip_types: 0,
  limit_req: 1,
  listen: 1,
  open_file_cache: 0,
  proxy_next_upstream: 0,
  resolver: 0,
  return: 1,
  rewrite: 2,
  server: 1,
  ssi_types: 0,
  try_files: 0,
};

/**
 * Remove a directive, a table entry, a whole block, an optional argument, a member of a list in a header, or a field of
 * the log.
 */
export function removed(site: Site, configuration: Configuration): Draft[] {
  const { statement } = site;
  const whole = isRemovable(site, configuration) ? [draft(site, 'removed', '', replace(site, statement, ''))] : [];
  return [
    ...whole,
    ...optionalWords(site).map((word) => draft(site, 'removed', brief(word.raw), drop(site, word))),
    ...statement.args.flatMap((word) => withoutMembers(site, word)),
    ...logFieldsOf(site).map(({ name, spans }) =>
      draft(site, 'removed', name, ...spans.map((span) => replace(site, span, ''))),
    ),
  ];
}

/** Skips what Nginx cannot do without, and what has no effect. */
function isRemovable({ statement: { name, args }, parent }: Site, configuration: Configuration): boolean {
  const [first = '', second] = args.map(({ value }) => value);
  // The extensions are removed one by one.
  if (parent.kind === 'types') return args.length === 1;
  // An empty default equals none.
  if (['map', 'geo'].includes(parent.kind)) return !(name.value === 'default' && first === '');
  switch (name.value) {
    case 'events':
    case 'http':
      return false;
    case 'server':
      return parent.kind === 'upstream';
    // Nginx refuses references to names that are not defined.
    case 'map':
    case 'geo':
      return !usesVariable(configuration, second ?? first);
    case 'log_format':
      return named(configuration, 'access_log').length === 0;
    case 'limit_req_zone':
      return named(configuration, 'limit_req').length === 0;
    default:
      return true;
  }
}

function optionalWords({ statement, parent }: Site): Word[] {
  const { name, args } = statement;
  // The first word is the type, the others are its extensions.
  if (parent.kind === 'types') return args.length > 1 ? args : [];
  if (name.value === 'error_page') {
    const codes = args.filter(({ value }) => /^\d+$/.test(value));
    return [...(codes.length > 1 ? codes : []), ...args.filter(({ value }) => value.startsWith('='))];
  }
  if (name.value === 'log_format') return args.filter(({ value }) => value.startsWith('escape='));
  const from = optionalFrom[name.value];
  if (from === undefined || (name.value === 'server' && parent.kind !== 'upstream')) return [];
  const minimum = name.value === 'try_files' ? 2 : Math.max(from, 1);
  return args.length > minimum ? args.slice(from) : [];
}

function withoutMembers(site: Site, word: Word): Draft[] {
  const members = membersOf(word.value);
  const offset = word.start + word.quote.length;
  return members.map(({ text, start, end }, index) => {
    // With the separator: the one after the member, or the one before the last member.
    const span = {
      start: offset + (members[index + 1] ? start : (members[index - 1]?.end ?? start)),
      end: offset + (members[index + 1]?.start ?? end),
    };
    return draft(site, 'removed', brief(text), replace(site, span, ''));
  });
}
