import { brief } from '../draft.ts';
import { differ, type Pattern } from './compare.ts';
import { everyAlternation, everyPart, parseRegex, type Alternation, type Part } from './parse.ts';

/** A wrong form of a regular expression; offsets are in its source. */
export interface Weakening {
  detail: string;
  start: number;
  end: number;
  text: string;
}

/**
 * The mistakes that regular expressions are written with: an anchor or a lookaround forgotten, an alternative forgotten, a
 * dot that is every character, an optional part taken for granted or left out. A form that matches the very same strings is no mistake
 * and is left out.
 */
export function weaken(pattern: Pattern): Weakening[] {
  const tree = parseRegex(pattern.source);
  const found = [
    ...[...everyPart(tree)].filter(isNoAlternative(tree)).flatMap((part) => weakenPart(part, pattern.source)),
    ...[...everyAlternation(tree)].flatMap((alternation) => withoutEach(alternation, pattern.source)),
  ];
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((weakening) => {
      const source = pattern.source.slice(0, weakening.start) + weakening.text + pattern.source.slice(weakening.end);
      // Nginx takes no empty pattern, and nobody writes one.
      return source !== '' && differ(pattern, { ...pattern, source });
    });
}

/** An anchor that is a whole alternative, as in `(?:^|,)`, is forgotten together with its `|`. */
function isNoAlternative(tree: Alternation): (part: Part) => boolean {
  const alone = [...everyAlternation(tree)]
    .filter(({ alternatives }) => alternatives.length > 1)
    .flatMap(({ alternatives }) => alternatives.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0]));
  return (part) => part.kind !== 'anchor' || !alone.includes(part);
}

function weakenPart(part: Part, source: string): Weakening[] {
  const { start, end } = part;
  const text = source.slice(start, end);
  if (part.kind === 'anchor' || part.kind === 'lookaround')
    return [{ detail: `without ${text}`, start, end, text: '' }];
  const found: Weakening[] = [];
  if (part.kind === 'atom' && part.text === '\\.') {
    const before = source.slice(Math.max(0, start - 4), start);
    found.push({ detail: `${before}\\.→${before}.`, start, end: start + 2, text: '.' });
  }
  if (part.kind === 'atom') found.push(...withoutMembers(part.text, start));
  if (part.quantifier.startsWith('?')) {
    found.push({ detail: `always ${brief(text)}`, start: end - part.quantifier.length, end, text: '' });
    found.push({ detail: `without ${brief(text)}`, start, end, text: '' });
  }
  return found;
}

/** A short list of characters is an alternation too. Spaces and tabs are left out: they stand for "any blank" everywhere. */
function withoutMembers(text: string, start: number): Weakening[] {
  const members = /^\[((?:[^\\^\]-]){2,4})\]$/.exec(text)?.[1] ?? '';
  return Array.from(members, (member, index) => ({
    detail: `${text} without ${JSON.stringify(member)}`,
    start: start + 1 + index,
    end: start + 2 + index,
    text: '',
  }));
}

function withoutEach({ alternatives, start, end }: Alternation, source: string): Weakening[] {
  if (alternatives.length < 2) return [];
  return alternatives.map((alternative, index) => ({
    detail: `without |${brief(source.slice(alternative.start, alternative.end))}`,
    start,
    end,
    text: alternatives
      .filter((_, other) => other !== index)
      .map((kept) => source.slice(kept.start, kept.end))
      .join('|'),
  }));
}
