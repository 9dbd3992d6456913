import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import { brief } from '../mutant.ts';
import { isEntry, type Site } from './configuration.ts';
import type { Word } from './parse.ts';
import type { Span } from './words.ts';

/** A regular expression in a configuration. */
export interface Pattern {
  source: string;
  /** Offset of the source in the file. */
  start: number;
  /** The `*` of `~*`, which makes the pattern case-insensitive. */
  star?: Span;
}

/** A wrong form of a pattern; offsets are relative to its source. */
export interface Weakening extends Span {
  text: string;
  detail: string;
}

const parser = new RegExpParser({ ecmaVersion: 2025 });
const maxMembers = 4;

/** The pattern of a location, a table entry, a rewrite or an `if`. */
export function patternOf(site: Site): Pattern | undefined {
  const { name, args } = site.statement;
  const [first, second, third] = args;
  if (isEntry(site)) {
    const modifier = /^~\*?/.exec(name.value)?.[0];
    return modifier === undefined ? undefined : pattern(name, modifier.length, name, modifier);
  }
  if (name.value === 'location' && first && second) return pattern(second, 0, first, first.value);
  // The closing parenthesis is part of the last word.
  if (name.value === 'if' && second && third) return pattern(third, 0, second, second.value, third.quote ? 0 : 1);
  if (name.value === 'rewrite' && first) return { source: first.value, start: first.start + first.quote.length };
  return undefined;
}

function pattern(word: Word, skipped: number, operator: Word, modifier: string, tail = 0): Pattern | undefined {
  if (!/^!?~\*?$/.test(modifier)) return undefined;
  const source = word.value.slice(skipped, word.value.length - tail);
  const start = word.start + word.quote.length + skipped;
  if (!modifier.endsWith('*')) return { source, start };
  const end = operator.start + operator.quote.length + modifier.length;
  return { source, start, star: { start: end - 1, end } };
}

/**
 * Common mistakes in a pattern: a missing anchor, lookaround or alternative, an unescaped dot, an optional part that is
 * required or missing, a missing member of a short character class.
 */
export function weaken(source: string): Weakening[] {
  const found: Weakening[] = [];
  const without = ({ start, end, raw }: AST.Node) => {
    found.push({ start, end, text: '', detail: `without ${brief(raw)}` });
  };
  const withoutEach = ({ alternatives }: { alternatives: readonly AST.Alternative[] }) => {
    if (alternatives.length < 2) return;
    alternatives.forEach(({ start, end, raw }, index) => {
      // With the `|` before it, or after the first one.
      const span = index === 0 ? { start, end: end + 1 } : { start: start - 1, end };
      found.push({ ...span, text: '', detail: `without |${brief(raw)}` });
    });
  };
  // PCRE's (?s) is not JavaScript syntax; an empty group has the same length.
  visitRegExpAST(parser.parsePattern(source.replace('(?s)', '(?:)')), {
    onPatternEnter: withoutEach,
    onGroupEnter: withoutEach,
    onCapturingGroupEnter: withoutEach,
    onAssertionEnter(assertion) {
      const { parent } = assertion;
      const isAlternative =
        parent.type === 'Alternative' && parent.elements.length === 1 && parent.parent.alternatives.length > 1;
      if (!isAlternative) without(assertion);
      if ('alternatives' in assertion) withoutEach(assertion);
    },
    onCharacterEnter({ raw, start, end, parent }) {
      // An optional dot is covered by the operators for optional parts.
      if (raw !== '\\.' || parent.type !== 'Alternative') return;
      const before = source.slice(Math.max(0, start - 4), start);
      found.push({ start, end, text: '.', detail: `${before}\\.→${before}.` });
    },
    onCharacterClassEnter({ negate, elements, raw }) {
      const isShort = elements.length > 1 && elements.length <= maxMembers && !negate;
      if (!isShort || !elements.every(({ type, raw }) => type === 'Character' && raw.length === 1)) return;
      for (const { start, end, raw: member } of elements) {
        found.push({ start, end, text: '', detail: `${raw} without ${JSON.stringify(member)}` });
      }
    },
    onQuantifierEnter(quantifier) {
      const { min, max, element, end, raw } = quantifier;
      if (min !== 0 || max !== 1) return;
      found.push({ start: element.end, end, text: '', detail: `always ${brief(raw)}` });
      without(quantifier);
    },
  });
  return found.filter(({ start, end, text }) => text !== '' || end - start < source.length);
}
