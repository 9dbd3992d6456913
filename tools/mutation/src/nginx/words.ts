import { brief, type Draft } from '../draft.ts';
import type { Edit, Operator } from '../mutant.ts';
import type { Site } from './configuration.ts';

/** One operator: the faults that it makes of one statement. */
export type Mutate<Facts> = (site: Site, facts: Facts) => Draft[];

/** A place in a file, such as a word or a statement. */
export interface Span {
  start: number;
  end: number;
}

/** The words before the `;` or the `{`, as they stand in the file. */
export function head({ text, statement }: Site): string {
  return text.slice(statement.start, (statement.args.at(-1) ?? statement.name).end);
}

/** A draft of one statement. */
export function draft(site: Site, operator: Operator, detail: string, ...edits: Edit[]): Draft {
  const owners = [];
  for (let block = site.parent; block.owner?.file === site.file; block = block.owner.parent) {
    owners.unshift(brief(head(block.owner)));
  }
  return { file: site.file, subject: [...owners, brief(head(site))].join(' › '), operator, detail, edits };
}

/** An edit that puts a text in the place of a span. */
export function replace({ file }: Site, { start, end }: Span, text: string): Edit {
  return { file, start, end, text };
}

/** An edit that drops a span with the blanks before it. */
export function drop({ file, text }: Site, { start, end }: Span): Edit {
  const blanks = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { file, start: start - blanks, end, text: '' };
}

/** What stands in a span. */
export function textOf({ text }: Site, { start, end }: Span): string {
  return text.slice(start, end);
}
