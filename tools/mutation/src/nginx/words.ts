import { brief, type Draft, type Edit, type Operator } from '../mutant.ts';
import type { Configuration, Site } from './configuration.ts';

/** An operator: the drafts that it makes of one statement. */
export type Mutate = (site: Site, configuration: Configuration) => Draft[];

/** A range of a file or a value. */
export interface Span {
  start: number;
  end: number;
}

/** A value in a directive, without quotes. */
export interface Place extends Span {
  /** The directive, or `directive.parameter` for the value of `parameter=value`. */
  key: string;
  text: string;
}

/** A field of a JSON log line, such as `"client":"$remote_addr"`. */
export interface LogField {
  name: string;
  /** The field with its comma, which may end the previous line. */
  spans: Span[];
  variable: Span;
}

/** The statement's words before `;` or `{`, as written. */
export function head({ text, statement }: Site): string {
  return text.slice(statement.start, (statement.args.at(-1) ?? statement.name).end);
}

export function draft(site: Site, operator: Operator, detail: string, ...edits: Edit[]): Draft {
  const owners: string[] = [];
  for (let block = site.parent; block.owner?.file === site.file; block = block.owner.parent) {
    owners.unshift(brief(head(block.owner)));
  }
  const subject = [...owners, brief(head(site))].join(' › ');
  const needsRestart = ['main', 'events'].includes(site.parent.kind);
  return { file: site.file, subject, operator, detail, needsRestart, edits };
}

export function replace({ file }: Site, { start, end }: Span, text: string): Edit {
  return { file, start, end, text };
}

/** Remove a span and the white space before it. */
export function drop({ file, text }: Site, { start, end }: Span): Edit {
  const blanks = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { file, start: start - blanks, end, text: '' };
}

export function textOf({ text }: Site, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The values of a directive's arguments. */
export function placesOf({ statement }: Site): Place[] {
  return statement.args.map((word) => {
    const parameter = word.quote ? undefined : /^([a-z_]+)=/.exec(word.value)?.[1];
    const skipped = parameter === undefined ? 0 : parameter.length + 1;
    return {
      key: parameter === undefined ? statement.name.value : `${statement.name.value}.${parameter}`,
      text: word.value.slice(skipped),
      start: word.start + word.quote.length + skipped,
      end: word.end - word.quote.length,
    };
  });
}

/** The fields of a `log_format` in JSON whose value is a variable. */
export function logFieldsOf({ text, statement }: Site): LogField[] {
  if (statement.name.value !== 'log_format') return [];
  return statement.args.slice(1).flatMap((word, index, words) =>
    [...word.raw.matchAll(/"(\w+)":"?(\$\w+)"?/g)].map(
      ({ 0: field, 1: name = '', 2: variable = '', index: offset }) => {
        const start = word.start + offset;
        const end = start + field.length;
        const variableStart = start + field.indexOf('$');
        const spans = withComma(text, { start, end }, words[index - 1]?.end);
        return { name, spans, variable: { start: variableStart, end: variableStart + variable.length } };
      },
    ),
  );
}

/** The line must stay valid JSON without the field, or every test of the log would fail. */
function withComma(text: string, { start, end }: Span, previousEnd = 0): Span[] {
  if (text.charAt(end) === ',') return [{ start, end: end + 1 }];
  if (text.charAt(start - 1) === ',') return [{ start: start - 1, end }];
  const comma = { start: previousEnd - 2, end: previousEnd - 1 };
  return text.slice(comma.start, comma.end) === ',' ? [comma, { start, end }] : [{ start, end }];
}
