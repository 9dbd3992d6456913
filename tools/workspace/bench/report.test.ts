import { describe, expect, it } from 'vitest';
import { markdown, plot, replaceSection, spread, type Result } from './report.ts';

function result(name: string, ...rates: number[]): Result {
  return { group: 'Static files', name, samples: rates.map((rate) => ({ 'requests/s': rate })) };
}

it('finds median and range of the rounds in any order', () => {
  expect(spread(result('x', 9, 100, 10), 'requests/s')).toEqual({ median: 10, low: 9, high: 100 });
});

describe('the table', () => {
  it('shows median, half of the range and the ratio to the first row', () => {
    const text = markdown([result('limit', 1000, 900, 1100), result('ours', 499.6)]);
    expect(text).toContain('| limit | 1,000 ±10 % | 1.00 |\n| ours | 500 | 0.50 |');
  });

  it('has a column for each number and leaves cells without a number empty', () => {
    const results = [result('one', 1), { ...result('two'), samples: [{ 'requests/s': 1, failed: 3 }] }];
    expect(markdown(results)).toContain('| one | 1 |  | 1.00 |\n| two | 1 | 3 | 1.00 |');
  });

  it('replaces only the text between the two comments', () => {
    const page = 'before\n<!-- bench:begin -->old<!-- bench:end -->\nafter';
    expect(replaceSection(page, '$1 new')).toBe('before\n<!-- bench:begin -->\n\n$1 new\n\n<!-- bench:end -->\nafter');
    expect(() => replaceSection('no comments', 'new')).toThrow('bench:begin');
  });
});

it('scales the bars of a group to its highest round', () => {
  const svg = plot([result('a', 50, 100, 75), result('b', 25)]);
  expect([...svg.matchAll(/<rect .* width="(\d+)"/g)].map(([, width]) => width)).toEqual(['300', '100']);
});
