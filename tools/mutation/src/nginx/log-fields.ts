import type { Site } from './configuration.ts';
import type { Span } from './words.ts';

/** A field of a JSON log line: `"client":"$remote_addr"`. */
export interface Field {
  name: string;
  /** The field and the comma behind it, or before it when it is the last. */
  spans: Span[];
  /** The variable with its `$`. */
  variable: Span;
}

const field = /"(\w+)":"?(\$\w+)"?/g;

/** The fields of a `log_format` that hold a variable. */
export function fieldsOf({ text, statement }: Site): Field[] {
  if (statement.name.value !== 'log_format') return [];
  return statement.args.slice(1).flatMap((word, index, words) =>
    [...word.raw.matchAll(field)].map((match) => {
      const start = word.start + match.index;
      const end = start + match[0].length;
      const variableAt = start + match[0].indexOf('$');
      const previous = words[index - 1];
      return {
        name: match[1] ?? '',
        spans: withComma(text, { start, end }, previous?.end),
        variable: { start: variableAt, end: variableAt + (match[2]?.length ?? 0) },
      };
    }),
  );
}

/** A line with the field gone is still JSON: it is the field that must be missed. */
function withComma(text: string, { start, end }: Span, previousEnd?: number): Span[] {
  if (text.charAt(end) === ',') return [{ start, end: end + 1 }];
  if (text.charAt(start - 1) === ',') return [{ start: start - 1, end }];
  // The comma ends the piece before: `… ,'` and a new line.
  if (previousEnd !== undefined && text.charAt(previousEnd - 2) === ',') {
    return [
      { start: previousEnd - 2, end: previousEnd - 1 },
      { start, end },
    ];
  }
  return [{ start, end }];
}
