import { expect, it } from 'vitest';
import { lintExceptions, type Exception } from './exceptions.ts';
import type { Mutant } from './mutant.ts';
import { summarize, type Result } from './report.ts';
import { onChangedLines } from './selection.ts';

const mutant = (id: string, line = 1, lastLine = line): Mutant => ({
  id,
  file: 'a.conf',
  operator: 'removed',
  line,
  lastLine,
  before: 'sendfile on;',
  after: '',
  needsRestart: false,
  edits: [],
});
const unjudged = { killer: '', message: '', ms: 0 };
const result = (id: string, outcome: Result['outcome']): Result => ({ mutant: mutant(id), outcome, ...unjudged });

it('shows survivors with their change, and the score of the judged mutants', () => {
  const results = [
    result('one', 'killed'),
    result('two', 'survived'),
    result('three', 'refused'),
    result('four', 'excepted'),
  ];
  expect(summarize(results)).toBe(
    'two\n    a.conf:1\n    - sendfile on;\n    + \nScore: 50 % (1 killed, 1 survived, 1 excepted, 1 refused)',
  );
});

it('selects the mutants of changed lines', () => {
  const diff = [
    'diff --git a/a.conf b/a.conf',
    '--- a/a.conf',
    '+++ b/a.conf',
    '@@ -3,2 +3,2 @@ http {',
    '+++ b/other.conf',
    '@@ -9,1 +9,0 @@',
    'diff --git a/b.conf b/b.conf',
    '+++ b/b.conf',
    '@@ -1 +1 @@',
  ].join('\n');
  const all = [mutant('2', 2), mutant('1-3', 1, 3), mutant('4', 4), mutant('5', 5), mutant('10', 10), mutant('11', 11)];
  expect(onChangedLines(all, diff).map(({ id }) => id)).toEqual(['1-3', '4', '10']);
});

it('rejects exceptions that are unknown, repeated or unexplained', () => {
  const exceptions: Exception[] = [
    { kind: 'equivalent', reason: 'Both values behave alike.', mutants: ['one', 'two'] },
    { kind: 'bench', reason: 'Slower.', mutants: ['one'] },
  ];
  expect(lintExceptions(exceptions, [mutant('one')])).toEqual([
    'There is no mutant with this id: two',
    'Listed twice: one',
    'An exception needs a kind ("equivalent" or "bench") and a reason: Slower.',
  ]);
});
