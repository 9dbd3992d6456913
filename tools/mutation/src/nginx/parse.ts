import { tokenize, type Token, type Word } from './tokens.ts';

/** A directive, with its block where it has one; also an entry of a `map` or `types`, which look alike. */
export interface Statement {
  name: Word;
  args: Word[];
  /** The first character of the name. */
  start: number;
  /** Behind the `;` or the `}`. */
  end: number;
  /** Of the name, from 1. */
  line: number;
  block?: { open: number; close: number; statements: Statement[] };
}

/** A template's line that holds a variable and nothing else: the entrypoint writes whole directives there. */
const placeholder = /^\$\{[A-Z][A-Z0-9_]*\}$/;

/**
 * The statements of one configuration file.
 *
 * @throws SyntaxError when the file is not whole, with its line
 */
export function parse(text: string): Statement[] {
  const tokens = tokenize(text);
  const reader = { text, tokens, at: 0 };
  const statements = readBlock(reader);
  if (reader.at < tokens.length) throw unexpected(reader, tokens[reader.at]);
  return statements;
}

interface Reader {
  text: string;
  tokens: Token[];
  at: number;
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
      if (words.length === 1 && isPlaceholder(reader, token)) return statement(reader, words, token.end);
    } else if (token?.kind === ';' && words.length > 0) {
      return statement(reader, words, token.end);
    } else if (token?.kind === '{' && words.length > 0) {
      const statements = readBlock(reader);
      const close = reader.tokens[reader.at];
      if (close?.kind !== '}') throw unexpected(reader, close);
      reader.at += 1;
      return { ...statement(reader, words, close.end), block: { open: token.start, close: close.start, statements } };
    } else {
      throw unexpected(reader, token);
    }
  }
}

/** Whether the word stands alone on its line. */
function isPlaceholder({ text, tokens, at }: Reader, word: Word): boolean {
  const next = tokens[at]?.start ?? text.length;
  return placeholder.test(word.raw) && text.slice(word.end, next).includes('\n');
}

function statement({ text }: Reader, words: Word[], end: number): Statement {
  const [name, ...args] = words as [Word, ...Word[]];
  return { name, args, start: name.start, end, line: lineOf(text, name.start) };
}

/** The line, from 1, of a character. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function unexpected({ text }: Reader, token: Token | undefined): SyntaxError {
  if (!token) return new SyntaxError('The configuration ends inside of a statement.');
  return new SyntaxError(`Unexpected ${token.kind} in line ${lineOf(text, token.start)}.`);
}
