/** A word or sign of Python. A `newline` ends a statement: not one inside of brackets. */
export interface Token {
  kind: 'name' | 'number' | 'string' | 'sign' | 'newline';
  text: string;
  start: number;
  end: number;
  /** How many brackets are open around it; a bracket counts as outside of itself. */
  depth: number;
}

const patterns: [Token['kind'] | 'blank', RegExp][] = [
  ['blank', /(?:[ \t\f]|\\\n|#[^\n]*)+/y],
  ['newline', /\n/y],
  ['string', /[A-Za-z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*')/y],
  ['number', /\d[\d_.a-fA-FxX]*/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', /\*\*=?|\/\/=?|->|:=|[=!<>+\-*/%|&^]=|[^\s\w]/y],
];

/**
 * The tokens of a Python file, without comments.
 *
 * @throws SyntaxError at a sign that Python does not have
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const { kind, end } = next(text, at);
    const word = text.slice(at, end);
    if (kind === 'sign' && ')]}'.includes(word)) depth -= 1;
    if (kind !== 'blank' && !(kind === 'newline' && depth > 0))
      tokens.push({ kind, text: word, start: at, end, depth });
    if (kind === 'sign' && '([{'.includes(word)) depth += 1;
    at = end;
  }
  return tokens;
}

function next(text: string, at: number): { kind: Token['kind'] | 'blank'; end: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { kind, end: pattern.lastIndex };
  }
  throw new SyntaxError(`Unexpected ${text.charAt(at)} at character ${at}.`);
}
