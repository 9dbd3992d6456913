import { describe, expect, it } from 'vitest';
import { scoreOf } from './score.ts';

const counts = { killed: 0, survived: 0, excepted: 0, refused: 0 };

describe('scoreOf', () => {
  it('is 100 only when nothing survived', () => {
    expect(scoreOf({ ...counts, killed: 9999, survived: 1 })).toBe(99.9);
    expect(scoreOf({ ...counts, killed: 9999 })).toBe(100);
  });

  it('counts neither what was refused nor what is excepted', () => {
    expect(scoreOf({ killed: 1, survived: 1, excepted: 5, refused: 5 })).toBe(50);
  });

  it('has nothing to complain about when nothing was made', () => {
    expect(scoreOf(counts)).toBe(100);
  });
});
