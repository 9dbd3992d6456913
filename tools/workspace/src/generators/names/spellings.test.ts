import { describe, expect, it } from 'vitest';
import { pluralOf, spell, withArticle } from './spellings.ts';

describe('spell', () => {
  it('returns every spelling of a name', () => {
    expect(spell('line-item')).toEqual({
      kebab: 'line-item',
      snake: 'line_item',
      camel: 'lineItem',
      pascal: 'LineItem',
      constant: 'LINE_ITEM',
      words: 'line item',
      title: 'Line item',
    });
  });
});

describe('withArticle', () => {
  it.each([
    ['invoice', 'an invoice'],
    ['hour', 'an hour'],
  ])('chooses the article of %s', (words, expected) => {
    expect(withArticle(words)).toBe(expected);
  });
});

describe('pluralOf', () => {
  it.each([
    ['category', 'categories'],
    ['box', 'boxes'],
  ])('returns the plural of %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  it.each(['person', 'child', 'sales-person', 'news', 'index'])('returns nothing for the irregular noun %s', (one) => {
    expect(pluralOf(one)).toBeUndefined();
  });
});
