import { describe, expect, it } from 'vitest';
import { differ, overlap } from './compare.ts';

const pattern = (source: string, ignoresCase = false) => ({ source, ignoresCase });

describe('differ', () => {
  it.each([
    ['^a', 'a'],
    [String.raw`\.js$`, '.js$'],
    ['a(?:b|c)', 'a(?:b)'],
    ['^[a-z]*$', '^[a-z]*'],
    ['ab?', 'ab'],
  ])('finds a string that tells %s from %s', (one, other) => {
    expect(differ(pattern(one), pattern(other))).toBe(true);
  });

  it('tells by the case of letters', () => {
    expect(differ(pattern('a', true), pattern('a'))).toBe(true);
  });

  it.each([
    ['^(?:a|a)', '^(?:a)'],
    ['ab?', 'a'],
  ])('knows that %s and %s match the same', (one, other) => {
    expect(differ(pattern(one), pattern(other))).toBe(false);
  });

  it('assumes a difference where it has no examples', () => {
    expect(differ(pattern('(?=a)a'), pattern('a'))).toBe(true);
    expect(differ(pattern(String.raw`(a)\1`), pattern('aa'))).toBe(true);
  });
});

describe('overlap', () => {
  it('sees that the narrower of two patterns must come first', () => {
    expect(overlap(pattern('^/a/b'), pattern('^/a/'))).toBe(true);
    expect(overlap(pattern('^/a/'), pattern('^/a/b'))).toBe(true);
  });

  it('sees that the order of patterns for different texts has no meaning', () => {
    expect(overlap(pattern('^/a/'), pattern('^/b/'))).toBe(false);
    expect(overlap(pattern('q=1'), pattern(String.raw`q=0\.[1-9]`))).toBe(false);
  });
});
