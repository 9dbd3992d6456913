import { describe, expect, it } from 'vitest';
import { lintExceptions, type Exception } from './exceptions.ts';
import type { Mutant } from './mutant.ts';

const mutants = Array.from({ length: 40 }, (_, index): Mutant => ({
  id: `a.conf: ${index}`,
  file: 'a.conf',
  line: 1,
  lastLine: 1,
  operator: 'removed',
  before: '',
  after: '',
  edits: [],
}));
const exception = (mutant: string, changes: object = {}): Exception => ({
  mutant,
  kind: 'bench',
  reason: 'Only a bench with many clients shows it.',
  ...changes,
});

describe('lintExceptions', () => {
  it('accepts a few with their reasons', () => {
    expect(lintExceptions([exception('a.conf: 1'), exception('a.conf: 2')], mutants)).toEqual([]);
  });

  it('finds the exception of a mutant that is no longer made', () => {
    expect(lintExceptions([exception('a.conf: 41')], mutants)).toEqual([
      'There is no mutant any more that is called: a.conf: 41',
    ]);
  });

  it('finds one that is listed twice, and one whose reason says nothing', () => {
    expect(lintExceptions([exception('a.conf: 1'), exception('a.conf: 1', { reason: ' tested ' })], mutants)).toEqual([
      'It is excepted twice: a.conf: 1',
      'The reason says too little: a.conf: 1',
    ]);
  });

  it.each([[{}], [exception('a.conf: 1', { kind: 'hard' })], [exception('a.conf: 1', { reason: undefined })], [null]])(
    'refuses %j',
    (wrong) => {
      expect(lintExceptions([wrong], mutants)).toEqual([
        'Exception 1 needs "mutant", "kind" (equivalent or bench) and "reason".',
      ]);
    },
  );

  it('refuses more than one in twenty', () => {
    const three = ['a.conf: 1', 'a.conf: 2', 'a.conf: 3'].map((id) => exception(id));
    expect(lintExceptions(three, mutants)).toEqual(['3 of 40 mutants are excepted; 2 may be.']);
  });

  it('refuses what is no list', () => {
    expect(lintExceptions({}, mutants)).toEqual(['The exceptions are no list.']);
  });
});
