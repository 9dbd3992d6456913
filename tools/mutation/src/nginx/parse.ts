/** A word as it stands in the file. */
export interface Word {
  /** With its quotes. */
  raw: string;
  /** Without its quotes. Escapes are kept. */
  value: string;
  quote: '' | '"' | "'";
  start: number;
  end: number;
}

/** A directive, or an entry of a `map` or `types`, which has the same syntax. */
export interface Statement {
  name: Word;
  args: Word[];
  /** Offset of the name. */
  start: number;
  /** Offset behind the `;` or the `}`. */
  end: number;
  block?: Statement[];
}

type Token = ({ kind: 'word' } & Word) | { kind: '{' | '}' | ';'; start: number; end: number };

interface Reader {
  text: string;
  tokens: Token[];
  at: number;
}

/** A template variable alone on its line: entrypoint.sh replaces it with whole directives. */
const placeholder = /^\$\{[A-Z][A-Z0-9_]*\}$/;

/**
 * Parse one configuration file.
 *
 * @throws SyntaxError with the line of the problem
 */
export function parse(text: string): Statement[] {
  const reader: Reader = { text, tokens: tokenize(text), at: 0 };
  const statements = readBlock(reader);
  if (reader.at < reader.tokens.length) throw unexpected(reader, reader.tokens[reader.at]);
  return statements;
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/**
 * Split a file into words and signs, without comments, by the rules of `ngx_conf_read_token`: a quote or a `#` is special
 * only at the start of a word; `${` and a `}` inside a word belong to the word.
 */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
    } else if (character === '#') {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length : newline;
    } else if (character === '{' || character === '}' || character === ';') {
      tokens.push({ kind: character, start: at, end: at + 1 });
      at += 1;
    } else {
      const quote = character === '"' || character === "'" ? character : '';
      const end = quote ? endOfQuoted(text, at) : endOfPlain(text, at);
      const raw = text.slice(at, end);
      tokens.push({ kind: 'word', raw, value: quote ? raw.slice(1, -1) : raw, quote, start: at, end });
      at = end;
    }
  }
  return tokens;
}

function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === text.charAt(start)) return at + 1;
  }
  throw new SyntaxError(`Unclosed quote in line ${lineOf(text, start)}.`);
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s;{]/.test(text.charAt(at))) {
    at += text.charAt(at) === '\\' || text.startsWith('${', at) ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function readBlock(reader: Reader): Statement[] {
  const statements: Statement[] = [];
  for (let token = reader.tokens[reader.at]; token && token.kind !== '}'; token = reader.tokens[reader.at]) {
    statements.push(readStatement(reader));
  }
  return statements;
}

function readStatement(reader: Reader): Statement {
  const words: Word[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (token?.kind === 'word') {
      words.push(token);
      if (words.length === 1 && isPlaceholder(reader, token)) return statement(words, token.end);
    } else if (token?.kind === ';' && words.length > 0) {
      return statement(words, token.end);
    } else if (token?.kind === '{' && words.length > 0) {
      const block = readBlock(reader);
      const close = reader.tokens[reader.at];
      if (close?.kind !== '}') throw unexpected(reader, close);
      reader.at += 1;
      return { ...statement(words, close.end), block };
    } else {
      throw unexpected(reader, token);
    }
  }
}

function isPlaceholder({ text, tokens, at }: Reader, word: Word): boolean {
  const next = tokens[at]?.start ?? text.length;
  return placeholder.test(word.raw) && text.slice(word.end, next).includes('\n');
}

function statement(words: Word[], end: number): Statement {
  const [name, ...args] = words as [Word, ...Word[]];
  return { name, args, start: name.start, end };
}

function unexpected({ text }: Reader, token: Token | undefined): SyntaxError {
  if (!token) return new SyntaxError('Unexpected end of file.');
  return new SyntaxError(`Unexpected ${token.kind} in line ${lineOf(text, token.start)}.`);
}
