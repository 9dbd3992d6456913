import type { FieldRequest } from './fields.ts';

/** Two different values of a text, a choice or a decimal number, as tests use them; without quotation marks. */
export function samplesOf({ type, title, words, maximum, places, choices }: FieldRequest): [one: string, two: string] {
  const point = (digit: number, rest: number) =>
    places === 0 ? String(digit) : `${String(digit)}.${String(rest).padEnd(places, '0')}`;
  switch (type) {
    case 'str':
      // The shortest text that can be asked for has one character.
      return title.length + 4 <= maximum ? [`${title} one`, `${title} two`] : ['A', 'B'];
    case 'text':
      return words.length + 7 <= maximum ? [`Some ${words}.`, `Other ${words}.`] : ['A', 'B'];
    case 'email':
      return ['mira@example.com', 'otto@example.com'];
    case 'url':
      return ['https://example.com/one', 'https://example.com/two'];
    case 'decimal':
      return [point(1, 5), point(2, 2)];
    case 'choice':
      return [choices[0]?.snake ?? '', choices[1]?.snake ?? ''];
    default:
      return ['', ''];
  }
}
