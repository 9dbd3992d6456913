import type { Pattern } from '../regex/compare.ts';
import { isEntry, type Site } from './configuration.ts';
import type { Word } from './tokens.ts';
import type { Span } from './words.ts';

/** A regular expression in a configuration. */
export interface Regex {
  pattern: Pattern;
  /** Where its source starts in the file. */
  start: number;
  /** The `*` of `~*`, where there is one. */
  star?: Span;
}

/** The regular expression of a location, a table's entry, a rewrite or an `if`, if it has one. */
export function regexOf(site: Site): Regex | undefined {
  const { name, args } = site.statement;
  const [first, second, third] = args;
  if (isEntry(site)) return name.value.startsWith('~') ? prefixed(name) : undefined;
  if (name.value === 'location' && first && second) return separate(first, second);
  if (name.value === 'if' && second && third) return separate(second, third, /\)$/);
  if (name.value === 'rewrite' && first)
    return { pattern: { source: first.value, ignoresCase: false }, start: inside(first) };
  return undefined;
}

/** `~*^/api` in one word, as maps have it. */
function prefixed(word: Word): Regex {
  const sign = /^~\*?/.exec(word.value)?.[0] ?? '';
  const start = inside(word) + sign.length;
  const pattern = { source: word.value.slice(sign.length), ignoresCase: sign === '~*' };
  return pattern.ignoresCase ? { pattern, start, star: { start: start - 1, end: start } } : { pattern, start };
}

/** `~* ^/api` in two words. The last one of an `if` has the closing bracket at its end. */
function separate(sign: Word, word: Word, tail?: RegExp): Regex | undefined {
  if (!/^!?~\*?$/.test(sign.value)) return undefined;
  const source = tail && !word.quote ? word.value.replace(tail, '') : word.value;
  const pattern = { source, ignoresCase: sign.value.endsWith('*') };
  const regex = { pattern, start: inside(word) };
  return pattern.ignoresCase ? { ...regex, star: { start: sign.end - 1, end: sign.end } } : regex;
}

function inside(word: Word): number {
  return word.start + word.quote.length;
}
