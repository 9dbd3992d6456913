import { brief, type Draft } from '../draft.ts';
import type { Edit, Operator } from '../mutant.ts';
import { tokenize, type Token } from './tokens.ts';

/** `A = B = value` at the level of the module, on however many lines. */
export interface Assignment {
  file: string;
  /** Of the whole file. */
  text: string;
  targets: Token[];
  value: Token[];
  start: number;
  end: number;
}

/** The assignments at the level of the module, in the order of the file. */
export function assignmentsOf(file: string, text: string): Assignment[] {
  return statementsOf(tokenize(text)).flatMap((tokens) => {
    const [first] = tokens;
    const isIndented = first !== undefined && first.start > 0 && text.charAt(first.start - 1) !== '\n';
    const equals = tokens.filter(({ text: sign, depth }) => sign === '=' && depth === 0);
    const last = tokens.at(-1);
    if (first?.kind !== 'name' || !last || isIndented || equals.length === 0) return [];
    const targets = equals.map((sign) => tokens[tokens.indexOf(sign) - 1]).filter((token) => token !== undefined);
    const value = tokens.slice(tokens.lastIndexOf(equals.at(-1) ?? first) + 1);
    return [{ file, text, targets, value, start: first.start, end: last.end }];
  });
}

function statementsOf(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'newline') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter(({ length }) => length > 0);
}

/** A draft of one assignment. */
export function draft(assignment: Assignment, operator: Operator, detail: string, ...edits: Edit[]): Draft {
  const { file, text, start, end } = assignment;
  return { file, subject: brief(text.slice(start, end)), operator, detail, edits };
}

/** An edit that puts a text in the place of a part of the file. */
export function replace({ file }: Assignment, { start, end }: { start: number; end: number }, text: string): Edit {
  return { file, start, end, text };
}
