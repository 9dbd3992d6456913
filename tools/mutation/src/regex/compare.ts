import { everyPart, parseRegex } from './parse.ts';
import { samplesOf } from './samples.ts';

/** A regular expression as Nginx is given it: `~*` ignores case. */
export interface Pattern {
  source: string;
  ignoresCase: boolean;
}

/**
 * Whether some string is matched by one of two patterns alone. Found by trying strings that either matches, and variations
 * of them, so that `true` is a proof. Lookarounds, references and options such as `(?s)` have no easy examples: with them, it is assumed.
 */
export function differ(one: Pattern, other: Pattern): boolean {
  if (isHard(one) || isHard(other)) return true;
  const [first, second] = [compile(one), compile(other)];
  return candidates(one, other).some((text) => first.test(text) !== second.test(text));
}

/**
 * Whether one of two patterns matches an example of the other, so that their order decides. Two examples in one text do not
 * count: almost any two patterns match those, and almost nobody sends them.
 */
export function overlap(one: Pattern, other: Pattern): boolean {
  if (isHard(one) || isHard(other)) return true;
  return matchesExample(one, other) || matchesExample(other, one);
}

function matchesExample(pattern: Pattern, other: Pattern): boolean {
  const regex = compile(pattern);
  return samplesOf(parseRegex(other.source)).some((text) => regex.test(text));
}

/** Nginx reads `(?<name>` and all that our patterns use as JavaScript does. */
function compile({ source, ignoresCase }: Pattern): RegExp {
  return new RegExp(source, ignoresCase ? 'i' : '');
}

function isHard({ source }: Pattern): boolean {
  return [...everyPart(parseRegex(source))].some(
    (part) => part.kind === 'lookaround' || (part.kind === 'atom' && /^\\[1-9]|^\(\?/.test(part.text)),
  );
}

function candidates(one: Pattern, other: Pattern): string[] {
  const [first, second] = [samplesOf(parseRegex(one.source)), samplesOf(parseRegex(other.source))];
  return [...first, ...second].flatMap(variations);
}

/** The string, with something before and behind it, in capitals, and with each sign as another character. */
function variations(text: string): string[] {
  const around = [text, `x${text}`, `${text}x`, `x${text}x`, `é${text}`, `${text}é`, text.toUpperCase()];
  const replaced = Array.from(text, (_, index) => `${text.slice(0, index)}x${text.slice(index + 1)}`);
  const dropped = Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1));
  return [...around, ...replaced, ...dropped];
}
