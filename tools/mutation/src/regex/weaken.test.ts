import { describe, expect, it } from 'vitest';
import { weaken } from './weaken.ts';

const weaker = (source: string) =>
  weaken({ source, ignoresCase: false }).map(
    ({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
  );

describe('weaken', () => {
  it('forgets an anchor', () => {
    expect(weaker('^a$')).toEqual(['a$', '^a']);
  });

  it('forgets an alternative, and an anchor that is one with it', () => {
    expect(weaker('(?:a|b)')).toEqual(['(?:b)', '(?:a)']);
    expect(weaker('(?:^|,)b')).toEqual(['(?:,)b', '(?:^)b']);
  });

  it('forgets the backslash before a dot', () => {
    expect(weaker(String.raw`a\.b`)).toEqual(['a.b']);
  });

  it('takes an optional part for granted, or leaves it out', () => {
    expect(weaker('^jpe?g')).toEqual(['jpe?g', '^jpg', '^jpeg']);
  });

  it('forgets one of a few characters, but not one of those that stand for any blank', () => {
    expect(weaker('20[06]')).toEqual(['20[6]', '20[0]']);
    expect(weaker(String.raw`a[ \t]*;`)).toEqual([]);
  });

  it('forgets a lookaround', () => {
    expect(weaker('a(?!0)b')).toEqual(['ab']);
  });

  it('leaves out what matches the same strings, and what is no expression any more', () => {
    expect(weaker('ab?')).toEqual(['ab']);
    expect(weaker('^')).toEqual([]);
  });
});
