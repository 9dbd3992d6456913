/** A part of a regular expression, with its place in the source; `end` is behind its quantifier. */
export type Part = Anchor | Lookaround | Group | Atom;

interface Place {
  start: number;
  end: number;
}

export interface Anchor extends Place {
  kind: 'anchor';
}

export interface Lookaround extends Place {
  kind: 'lookaround';
  body: Alternation;
}

export interface Group extends Place, Quantified {
  kind: 'group';
  body: Alternation;
}

/** One character, or a set of them. */
export interface Atom extends Place, Quantified {
  kind: 'atom';
  /** Without the quantifier: `\.`, `[0-9a-f]`, `.`, `x`, `\1`. */
  text: string;
}

interface Quantified {
  /** `?`, `*`, `+`, `{12}`; empty for once. */
  quantifier: string;
}

/** Parts of which one is chosen; most have one alternative alone. */
export interface Alternation extends Place {
  alternatives: Sequence[];
}

/** Parts that follow each other. */
export interface Sequence extends Place {
  parts: Part[];
}

const groupOpening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
/** `(?s)`, which changes how the rest is read. */
const options = /^\(\?[a-z]+\)/;
const quantifierSign = /(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?/y;
const atomText = /\(\?[a-z]+\)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[^\\]/y;

/**
 * The structure of a regular expression, as far as Nginx's patterns need it.
 *
 * @throws SyntaxError when a bracket is not closed
 */
export function parseRegex(source: string): Alternation {
  const reader = { source, at: 0 };
  const alternation = readAlternation(reader);
  if (reader.at < source.length) throw new SyntaxError(`Unexpected ) at character ${reader.at} of ${source}`);
  return alternation;
}

interface Reader {
  source: string;
  at: number;
}

function readAlternation(reader: Reader): Alternation {
  const start = reader.at;
  const alternatives = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    alternatives.push(readSequence(reader));
  }
  return { start, end: reader.at, alternatives };
}

function readSequence(reader: Reader): Sequence {
  const start = reader.at;
  const parts: Part[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    parts.push(readPart(reader));
  }
  return { start, end: reader.at, parts };
}

function readPart(reader: Reader): Part {
  const start = reader.at;
  const character = reader.source.charAt(start);
  if (character === '(' && !options.test(reader.source.slice(start))) return readGroup(reader);
  const text = take(reader, atomText);
  if (character === '^' || character === '$') return { kind: 'anchor', start, end: reader.at };
  const quantifier = take(reader, quantifierSign);
  return { kind: 'atom', text, quantifier, start, end: reader.at };
}

function readGroup(reader: Reader): Part {
  const start = reader.at;
  const opening = take(reader, groupOpening);
  const body = readAlternation(reader);
  if (reader.source[reader.at] !== ')') throw new SyntaxError(`A ( is not closed in ${reader.source}`);
  reader.at += 1;
  if (/^\(\?<?[=!]/.test(opening)) return { kind: 'lookaround', body, start, end: reader.at };
  const quantifier = take(reader, quantifierSign);
  return { kind: 'group', body, quantifier, start, end: reader.at };
}

function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const taken = pattern.exec(reader.source)?.[0] ?? '';
  reader.at += taken.length;
  return taken;
}

/** Every part at every depth, in the order of the source. */
export function* everyPart({ alternatives }: Alternation): Generator<Part> {
  for (const { parts } of alternatives) {
    for (const part of parts) {
      yield part;
      if ('body' in part) yield* everyPart(part.body);
    }
  }
}

/** Every choice at every depth. */
export function* everyAlternation(alternation: Alternation): Generator<Alternation> {
  yield alternation;
  for (const part of everyPart(alternation)) if ('body' in part) yield part.body;
}
