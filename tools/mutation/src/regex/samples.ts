import type { Alternation, Atom, Part, Sequence } from './parse.ts';

/** As many strings of one part as are kept: enough for each way through the longest alternation that we have. */
const most = 60;

/** Strings that a regular expression matches, each way through it at least once; lookarounds and references count as empty. */
export function samplesOf({ alternatives }: Alternation): string[] {
  return unique(alternatives.flatMap(samplesOfSequence));
}

function samplesOfSequence({ parts }: Sequence): string[] {
  return parts.reduce<string[]>((heads, part) => join(heads, samplesOfPart(part)), ['']);
}

/** Each head and each tail at least once, not each pair: pairs would be too many. */
function join(heads: readonly string[], tails: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let index = 0; index < Math.max(heads.length, tails.length); index += 1) {
    pairs.push(`${heads[index % heads.length] ?? ''}${tails[index % tails.length] ?? ''}`);
  }
  for (const head of heads.slice(0, 6)) for (const tail of tails.slice(0, 6)) pairs.push(`${head}${tail}`);
  return unique(pairs).slice(0, most);
}

function samplesOfPart(part: Part): string[] {
  if (part.kind === 'anchor' || part.kind === 'lookaround') return [''];
  const once = part.kind === 'group' ? samplesOf(part.body) : samplesOfAtom(part);
  return repeated(once, part.quantifier);
}

function repeated(once: readonly string[], quantifier: string): string[] {
  const least = Number(/^\{(\d+)/.exec(quantifier)?.[1] ?? ('?*'.includes(quantifier.charAt(0) || '1') ? 0 : 1));
  const times = quantifier === '' || quantifier.startsWith('{') ? [least] : [least, least + 1];
  if (/^[*+]/.test(quantifier)) times.push(3);
  return unique(times.flatMap((count) => once.map((sample) => sample.repeat(count))));
}

const sets: Record<string, string[]> = {
  '\\d': ['0', '9'],
  '\\w': ['a', '_'],
  '\\s': [' '],
  '\\S': ['a', '/'],
  '\\t': ['\t'],
  '.': ['x', '.'],
};

function samplesOfAtom({ text }: Atom): string[] {
  if (text.startsWith('[')) return samplesOfClass(text);
  if (/^\\[1-9]$/.test(text)) return [''];
  return sets[text] ?? [text.replace(/^\\/, '')];
}

/** What a character may be, tried on everything from space to tilde. */
function samplesOfClass(text: string): string[] {
  const regex = new RegExp(`^${text}$`);
  const inside = printable.filter((character) => regex.test(character));
  const literal = /[-\\^]/.test(text.slice(1, -1)) ? [] : inside;
  return literal.length > 0 && literal.length <= 8 ? literal : unique([inside[0] ?? 'é', inside.at(-1) ?? 'é']);
}

const printable = ['\t', ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))];

function unique(strings: readonly string[]): string[] {
  return [...new Set(strings)];
}
