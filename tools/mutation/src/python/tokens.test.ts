import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it('reads names, numbers, strings and signs, without comments', () => {
    expect(texts(`a = b.c != 10_000 # "no"\nd //= f'{x}'`)).toEqual([
      'a',
      '=',
      'b',
      '.',
      'c',
      '!=',
      '10_000',
      '\n',
      'd',
      '//=',
      `f'{x}'`,
    ]);
  });

  it('keeps a string of several lines together', () => {
    expect(texts('"""a\n"b"\n"""\nc')).toEqual(['"""a\n"b"\n"""', '\n', 'c']);
  });

  it('ends no line inside of brackets', () => {
    expect(texts('a = [\n  1,\n]\nb').filter((text) => text === '\n')).toHaveLength(1);
  });

  it('counts the brackets around each token', () => {
    expect(tokenize('a(b[c])').map(({ depth }) => depth)).toEqual([0, 0, 1, 1, 2, 1, 0]);
  });
});
