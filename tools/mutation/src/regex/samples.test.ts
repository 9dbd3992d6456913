import { describe, expect, it } from 'vitest';
import { parseRegex } from './parse.ts';
import { samplesOf } from './samples.ts';

describe('samplesOf', () => {
  it.each([
    String.raw`^/(?:identity|br|gzip)/static/.+\.[0-9a-f]{12}(?:\.[^/]*)?$`,
    String.raw`^[A-Z_-]+ (?<path>[\x21-\x3e\x40-\x7e]*)(?:[? ]|$)`,
    String.raw`(?:^|,)[ \t]*br[ \t]*;[ \t]*q=0\.0\d*[1-9]`,
  ])('makes only strings that %s matches', (source) => {
    const regex = new RegExp(source);
    const samples = samplesOf(parseRegex(source));
    expect(samples.length).toBeGreaterThan(1);
    // Anchors in the middle, as in `(?:^|,)`, are no part of an example: some of the last kind do not count.
    expect(samples.filter((sample) => regex.test(sample)).length).toBeGreaterThan(samples.length / 2);
  });

  it('goes each way through an alternation, and with and without what is optional', () => {
    expect(samplesOf(parseRegex('a(?:b|c)d?'))).toEqual(expect.arrayContaining(['ab', 'ac', 'abd', 'acd']));
  });

  it('tries each of a few characters', () => {
    expect(samplesOf(parseRegex('20[06]'))).toEqual(['200', '206']);
  });
});
