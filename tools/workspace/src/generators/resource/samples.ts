import type { FieldRequest } from './fields.ts';

type Sample = string | number | boolean;

/** Two different JSON values of a field, for tests. The second one is later or greater. References have none. */
export function samplesOf({ type, title, words, maximum, places, choices }: FieldRequest): [Sample, Sample] {
  const decimal = (digit: number, rest: number) =>
    places === 0 ? String(digit) : `${String(digit)}.${String(rest).padEnd(places, '0')}`;
  switch (type) {
    case 'str':
      return title.length + 4 <= maximum ? [`${title} one`, `${title} two`] : ['A', 'B'];
    case 'text':
      return words.length + 7 <= maximum ? [`Some ${words}.`, `Other ${words}.`] : ['A', 'B'];
    case 'email':
      return ['mira@example.com', 'otto@example.com'];
    case 'url':
      return ['https://example.com/one', 'https://example.com/two'];
    case 'int':
      return [3, 4];
    case 'decimal':
      return [decimal(1, 5), decimal(2, 2)];
    case 'bool':
      return [false, true];
    case 'date':
      return ['2026-11-23', '2027-01-31'];
    case 'datetime':
      return ['2026-11-23T10:30:00Z', '2027-01-31T08:00:00Z'];
    case 'choice':
      return [choices[0]?.snake ?? '', choices[1]?.snake ?? ''];
    case 'ref':
      return ['', ''];
  }
}
