import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';

const words = (text: string) => tokenize(text).map((token) => (token.kind === 'word' ? token.raw : token.kind));

describe('tokenize', () => {
  it('reads words and signs, and knows where they stand', () => {
    expect(words('a b{c;}')).toEqual(['a', 'b', '{', 'c', ';', '}']);
    expect(tokenize('a bc;').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 4],
      [4, 5],
    ]);
  });

  it('leaves comments out, but only where a word could start', () => {
    expect(words('a b#c; # d; "\n e;')).toEqual(['a', 'b#c', ';', 'e', ';']);
  });

  it('keeps a quoted text together, with its quotes and escapes', () => {
    expect(words(String.raw`a "b \" ; { c" '# d';`)).toEqual(['a', String.raw`"b \" ; { c"`, "'# d'", ';']);
    expect(tokenize(`"a 'b'"`)[0]).toMatchObject({ value: "a 'b'", quote: '"' });
  });

  it('takes the braces of a variable for a part of the word', () => {
    expect(words('a ${B}c; d{2}')).toEqual(['a', '${B}c', ';', 'd', '{', '2}']);
  });

  it('says where a quote is not closed', () => {
    expect(() => tokenize('a "b;')).toThrow('The quote at character 2 is not closed.');
  });
});
