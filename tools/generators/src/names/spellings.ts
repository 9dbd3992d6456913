/** One name in every spelling that the code has for it. */
export interface Spellings {
  /** `line-item`: addresses, files of the web app. */
  kebab: string;
  /** `line_item`: Python, and whatever travels. */
  snake: string;
  /** `lineItem` */
  camel: string;
  /** `LineItem` */
  pascal: string;
  /** `LINE_ITEM` */
  constant: string;
  /** `line item`, in a sentence. */
  words: string;
  /** `Line item`, at a sentence's beginning. */
  title: string;
}

/** Spells a name that is written in lower case with dashes or underscores. */
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

/** `a note`, `an invoice`; by the first letter, and the few words that sound otherwise. */
export function withArticle(words: string): string {
  const sounds = /^(?:[aeiou]|hour|honou?r|heir)(?!ser|sage|nit|nion|niverse|niform|ne\b|nce\b|uro)/;
  return `${sounds.test(words) ? 'an' : 'a'} ${words}`;
}

/** Words whose plural no rule makes: whoever uses one says the plural. */
const IRREGULAR =
  /(?:^|-)(?:person|child|man|woman|foot|tooth|goose|mouse|louse|ox|leaf|life|knife|wife|half|shelf|self|thief|loaf|wolf|datum|medium|criterion|phenomenon|analysis|basis|crisis|thesis|index|matrix|vertex|fungus|sheep|fish|deer|species|series|news|equipment|information|money|furniture|advice|staff|hero|potato|tomato|echo)$/;

/** The plural of a regular name; null for one that no rule makes. */
export function pluralOf(name: string): string | null {
  if (IRREGULAR.test(name)) return null;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
