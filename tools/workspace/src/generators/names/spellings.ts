/** One name in the spellings that the generated code uses. */
export interface Spellings {
  /** `line-item`: URLs and TypeScript files. */
  kebab: string;
  /** `line_item`: Python and JSON. */
  snake: string;
  /** `lineItem` */
  camel: string;
  /** `LineItem` */
  pascal: string;
  /** `LINE_ITEM` */
  constant: string;
  /** `line item` */
  words: string;
  /** `Line item` */
  title: string;
}

/** Takes a lowercase name with dashes or underscores. */
export function spell(name: string): Spellings {
  const parts = name.split(/[-_]/);
  const pascal = parts.map(capital).join('');
  return {
    kebab: parts.join('-'),
    snake: parts.join('_'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    constant: parts.join('_').toUpperCase(),
    words: parts.join(' '),
    title: capital(parts.join(' ')),
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `a note`, `an invoice`: by the first letter, with the common exceptions. */
export function withArticle(words: string): string {
  const sounds = /^(?:[aeiou]|hour|honou?r|heir)(?!ser|sage|nit|nion|niverse|niform|ne\b|nce\b|uro)/;
  return `${sounds.test(words) ? 'an' : 'a'} ${words}`;
}

/** Nouns with an irregular plural, which the user has to provide. */
const IRREGULAR =
  /(?:^|-)(?:person|child|man|woman|foot|tooth|goose|mouse|louse|ox|leaf|life|knife|wife|half|shelf|self|thief|loaf|wolf|datum|medium|criterion|phenomenon|analysis|basis|crisis|thesis|index|matrix|vertex|fungus|sheep|fish|deer|species|series|news|equipment|information|money|furniture|advice|staff|hero|potato|tomato|echo)$/;

/** The plural of a regular noun. */
export function pluralOf(name: string): string | undefined {
  if (IRREGULAR.test(name)) return undefined;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
