import type { Span } from './expressions.ts';
import type { Token } from './tokens.ts';

/** `yes if condition else no`. */
export interface Condition {
  whole: Span;
  yes: Span;
  no: Span;
  /** Whether `yes` is for development and tests alone. The suite runs production. */
  isDevelopment: boolean;
}

/** The conditions of an expression. */
export function conditionsOf(tokens: readonly Token[]): Condition[] {
  return tokens.flatMap((sign, index) => {
    const otherwise = tokens.findIndex(
      (token, at) => at > index && token.text === 'else' && token.depth === sign.depth,
    );
    const [first, lastOfYes] = [tokens[edge(tokens, index, -1)], tokens[index - 1]];
    const [firstOfNo, last] = [tokens[otherwise + 1], tokens[edge(tokens, otherwise, 1)]];
    if (sign.text !== 'if' || otherwise < 0 || !first || !lastOfYes || !firstOfNo || !last) return [];
    return [
      {
        whole: { start: first.start, end: last.end },
        yes: { start: first.start, end: lastOfYes.end },
        no: { start: firstOfNo.start, end: last.end },
        isDevelopment: tokens.slice(index, otherwise).some(({ text }) => ['DEBUG', 'TESTING'].includes(text)),
      },
    ];
  });
}

/** The outermost token of the branch beside a sign. A bracket around the condition has a lesser depth. */
function edge(tokens: readonly Token[], index: number, step: 1 | -1): number {
  const depth = tokens[index]?.depth ?? 0;
  let at = index;
  for (let token = tokens[at + step]; token; token = tokens[at + step]) {
    if (token.depth < depth || (token.depth === depth && [',', '=', ':'].includes(token.text))) break;
    at += step;
  }
  return at;
}
