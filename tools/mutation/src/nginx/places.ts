import type { Site } from './configuration.ts';
import type { Span } from './words.ts';

/** A value that stands in a directive, without quotes. */
export interface Place extends Span {
  /** Of which directive, or `directive.parameter`, it is a value. */
  key: string;
  text: string;
}

const parameter = /^([a-z_]+)=/;

/** The values of a directive's arguments; of `name=value` it is the value alone. */
export function placesOf({ statement }: Site): Place[] {
  return statement.args.map((word) => {
    const name = word.quote ? undefined : parameter.exec(word.value)?.[1];
    const skipped = name === undefined ? 0 : name.length + 1;
    return {
      key: name === undefined ? statement.name.value : `${statement.name.value}.${name}`,
      text: word.value.slice(skipped),
      start: word.start + word.quote.length + skipped,
      end: word.end - word.quote.length,
    };
  });
}
