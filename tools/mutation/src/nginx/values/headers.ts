import { membersOf } from '../headers.ts';
import { whole, type Change } from './change.ts';

/** What somebody writes who wants a header out of the way. Other headers get a word that means nothing. */
const weaker: Readonly<Record<string, readonly string[]>> = {
  'referrer-policy': ['unsafe-url', 'no-referrer'],
  'cross-origin-opener-policy': ['unsafe-none'],
  'cross-origin-resource-policy': ['cross-origin'],
};

/** Other values of a response header. */
export function otherHeaderValues(header: string, value: string): Change[] {
  const name = header.toLowerCase();
  if (name.startsWith('content-security-policy')) return weakerPolicies(value);
  // Of a list, each member is removed.
  const others = weaker[name] ?? (membersOf(value).length > 0 ? [] : ['changed']);
  return [...others.map((text) => whole(value, text)), ...otherNumbers(value)];
}

/** One of the parameters' numbers ten times as large, and a tenth: `max-age=31536000`. */
export function otherNumbers(value: string): Change[] {
  return [...value.matchAll(/[\w-]+=(\d+)/g)].flatMap(({ 0: text, 1: digits = '', index }) => {
    const number = Number(digits);
    const name = text.slice(0, -digits.length);
    return [number * 10, Math.floor(number / 10)]
      .filter((other) => other !== number)
      .map((other) => ({ start: index, end: index + text.length, text: `${name}${other}` }));
  });
}

/** Each directive opened to everybody, and scripts and styles to what is inline or evaluated; one source less. */
function weakerPolicies(policy: string): Change[] {
  return membersOf(policy).flatMap(({ text, start, end }) => {
    const [directive = '', ...sources] = text.split(' ');
    const weak = [`${directive} *`];
    if (['script-src', 'style-src'].includes(directive)) weak.push(`${text} 'unsafe-inline'`);
    if (directive === 'script-src') weak.push(`${text} 'unsafe-eval'`);
    if (sources.length > 1) {
      weak.push(...sources.map((source) => [directive, ...sources.filter((other) => other !== source)].join(' ')));
    }
    return weak.map((other) => ({ start, end, text: other }));
  });
}
