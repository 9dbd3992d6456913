import { describe, expect, it } from 'vitest';
import type { Mutant, Operator } from './mutant.ts';
import { markdownReport, terminalSummary, type Result } from './report.ts';

const mutant = (id: string, file: string, operator: Operator): Mutant => ({
  id,
  file,
  line: 7,
  lastLine: 7,
  operator,
  before: 'a 1;',
  after: 'a 2;',
  edits: [],
});
const results: Result[] = [
  { mutant: mutant('one', 'a.conf', 'removed'), outcome: 'killed', killer: 'a test', ms: 10 },
  { mutant: mutant('two', 'a.conf', 'removed'), outcome: 'killed', killer: 'a test', ms: 10 },
  { mutant: mutant('three ` |', 'b.conf', 'swapped'), outcome: 'survived', ms: 10 },
  { mutant: mutant('four', 'b.conf', 'swapped'), outcome: 'excepted', ms: 10 },
  { mutant: mutant('five', 'b.conf', 'removed'), outcome: 'refused', ms: 10 },
];
const exceptions = [{ mutant: 'four', kind: 'equivalent' as const, reason: 'The order has no meaning.' }];
const page = markdownReport(results, { exceptions, measured: 'on two cores in 20 minutes.' });

describe('markdownReport', () => {
  it('gives the share of those that a test could have noticed', () => {
    expect(page).toContain('**66.6 %**: of 3 wrong configurations, the suite noticed 2.');
    expect(page).toContain('1 more were refused by the program itself, and 1 are excepted below.');
  });

  it('counts by operator and by file', () => {
    expect(page).toContain('| `removed` | 2 | 0 | 0 | 1 | 100 % |');
    expect(page).toContain('| `swapped` | 0 | 1 | 1 | 0 | 0 % |');
    expect(page).toContain('| `b.conf` | 0 | 1 | 1 | 1 | 0 % |');
  });

  it('names each survivor with its place, whatever signs its name has', () => {
    expect(page).toContain('- `b.conf:7`: `` three ` | ``');
  });

  it('gives the reason of each exception', () => {
    expect(page).toContain('- `four` (equivalent): The order has no meaning.');
  });

  it('says in one line alone what differs between runs', () => {
    const slower = results.map((result) => ({ ...result, ms: 999 }));
    const other = markdownReport(slower, { exceptions, measured: 'somewhere else.' });
    const lines = page.split('\n');
    expect(other.split('\n').filter((line, index) => line !== lines[index])).toEqual(['Measured: somewhere else.']);
  });

  it('says that nothing survived', () => {
    expect(markdownReport(results.slice(0, 2), { exceptions: [], measured: '' })).toMatch(/## Survivors\n\nNone\./);
  });
});

describe('terminalSummary', () => {
  it('shows what survived, where and how, and ends with the score', () => {
    expect(terminalSummary(results)).toBe(
      'b.conf:7  three ` |\n    - a 1;\n    + a 2;\n66.6 %: 2 killed, 1 survived, 1 excepted, 1 refused.',
    );
  });
});
