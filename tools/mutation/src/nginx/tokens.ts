/** A word as it stands in the file, quotes and all. */
export interface Word {
  /** With its quotes. */
  raw: string;
  /** Without them. Escapes are left alone: here, nobody needs to know what `\t` is. */
  value: string;
  quote: '' | '"' | "'";
  start: number;
  end: number;
}

/** A word, or one of the three signs that structure a configuration. */
export type Token = ({ kind: 'word' } & Word) | { kind: '{' | '}' | ';'; start: number; end: number };

/**
 * The words and signs of a configuration, without its comments. The rules are those of Nginx's own reader
 * (`ngx_conf_read_token`): a quote or a `#` means something only where a word starts, `${` belongs to a word, a `}`
 * inside of one too.
 *
 * @throws SyntaxError when a quote is not closed
 */
export function tokenize(text: string): Token[] {
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
      const end = character === '"' || character === "'" ? endOfQuoted(text, at) : endOfPlain(text, at);
      tokens.push({ kind: 'word', ...word(text, at, end) });
      at = end;
    }
  }
  return tokens;
}

function word(text: string, start: number, end: number): Word {
  const raw = text.slice(start, end);
  const first = raw.charAt(0);
  const quote = first === '"' || first === "'" ? first : '';
  return { raw, value: quote ? raw.slice(1, -1) : raw, quote, start, end };
}

function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at + 1;
  }
  throw new SyntaxError(`The quote at character ${start} is not closed.`);
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s;{]/.test(text.charAt(at))) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.startsWith('${', at)) at += 1;
    at += 1;
  }
  return Math.min(at, text.length);
}
