import type { Token } from './tokens.ts';

/** A part of an expression. */
export interface Span {
  start: number;
  end: number;
}

/** The pair of brackets around members, and the members. */
export interface Collection {
  kind: 'list' | 'tuple' | 'set' | 'arguments';
  open: Token;
  members: Span[];
}

/** The lists, tuples, sets and arguments of an expression; not brackets that only group. */
export function collectionsOf(tokens: readonly Token[]): Collection[] {
  return tokens.flatMap((open, index) => {
    if (!['(', '[', '{'].includes(open.text)) return [];
    const inside = tokens.slice(index + 1, closing(tokens, index));
    const kind = kindOf(open, tokens[index - 1], inside);
    if (!kind) return [];
    return [{ kind, open, members: membersOf(inside, open.depth + 1) }];
  });
}

function closing(tokens: readonly Token[], opening: number): number {
  const depth = tokens[opening]?.depth;
  return tokens.findIndex((token, index) => index > opening && token.depth === depth && ')]}'.includes(token.text));
}

function kindOf(open: Token, before: Token | undefined, inside: readonly Token[]): Collection['kind'] | undefined {
  const has = (sign: string) => inside.some(({ text, depth }) => text === sign && depth === open.depth + 1);
  const isAfterValue = before?.end === open.start && (before.kind === 'name' || ')]'.includes(before.text));
  if (open.text === '[') return isAfterValue ? undefined : 'list';
  if (open.text === '{') return has(':') ? undefined : 'set';
  if (isAfterValue) return 'arguments';
  return has(',') ? 'tuple' : undefined;
}

function membersOf(inside: readonly Token[], depth: number): Span[] {
  const members: Span[] = [];
  let first: Token | undefined;
  let last: Token | undefined;
  for (const token of inside) {
    if (token.text === ',' && token.depth === depth) {
      if (first && last) members.push({ start: first.start, end: last.end });
      first = last = undefined;
    } else {
      first ??= token;
      last = token;
    }
  }
  if (first && last) members.push({ start: first.start, end: last.end });
  return members;
}

/** A sign between two values, with both. */
export interface Operation {
  sign: Token;
  left: Span;
  right: Span;
}

const weaker: Record<string, string[]> = {
  '+': ['+', '-', 'if', 'else', ',', '==', '!=', 'and', 'or', '='],
  '*': ['+', '-', '*', '/', '//', '%', 'if', 'else', ',', '==', '!=', 'and', 'or', '='],
};

/** The sums and products of an expression. */
export function operationsOf(tokens: readonly Token[]): Operation[] {
  return tokens.flatMap((sign, index) => {
    const before = tokens[index - 1];
    const limits = weaker[sign.text === '-' ? '+' : sign.text === '//' ? '*' : sign.text];
    // `*hosts` spreads a list, `-1` is a number.
    if (sign.kind !== 'sign' || !limits || !before || (before.kind === 'sign' && !')]}'.includes(before.text)))
      return [];
    const [left] = operand(tokens, index, -1, limits);
    const [, right] = operand(tokens, index, 1, limits);
    return [{ sign, left: { start: left, end: before.end }, right: { start: sign.end, end: right } }];
  });
}

function operand(tokens: readonly Token[], index: number, step: 1 | -1, limits: readonly string[]): [number, number] {
  const depth = tokens[index]?.depth ?? 0;
  let at = index + step;
  for (;;) {
    const token = tokens[at + step];
    if (!token || token.depth < depth || (token.depth === depth && limits.includes(token.text))) break;
    at += step;
  }
  const token = tokens[at];
  return [token?.start ?? 0, token?.end ?? 0];
}
