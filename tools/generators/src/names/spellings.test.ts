import { describe, expect, it } from 'vitest';
import { pluralOf, spell, withArticle } from './spellings.ts';

describe('a name', () => {
  it('is spelled as each language has it', () => {
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

  it.each([
    ['invoice', 'an invoice'],
    ['customer', 'a customer'],
    ['unit price', 'a unit price'],
    ['user group', 'a user group'],
    ['hour', 'an hour'],
    ['house', 'a house'],
    ['umbrella', 'an umbrella'],
  ])('has the article that is said: %s', (words, said) => {
    expect(withArticle(words)).toBe(said);
  });

  it.each([
    ['invoice', 'invoices'],
    ['category', 'categories'],
    ['day', 'days'],
    ['box', 'boxes'],
    ['address', 'addresses'],
    ['line-item', 'line-items'],
  ])('has its plural by rule: %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  it.each(['person', 'child', 'sales-person', 'news', 'index'])('has no plural by rule: %s', (one) => {
    expect(pluralOf(one)).toBeNull();
  });
});
