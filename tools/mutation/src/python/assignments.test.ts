import { describe, expect, it } from 'vitest';
import { assignmentsOf } from './assignments.ts';

const found = (text: string) =>
  assignmentsOf('a.py', text).map(({ targets, start, end }) => [
    targets.map((target) => target.text).join(' '),
    text.slice(start, end),
  ]);

describe('assignmentsOf', () => {
  it('reads an assignment of several lines as one', () => {
    expect(found('a = [\n  1,  # one\n]\nb = 2\n')).toEqual([
      ['a', 'a = [\n  1,  # one\n]'],
      ['b', 'b = 2'],
    ]);
  });

  it('reads all names of a chain', () => {
    expect(found('a = b = c(d=1)')).toEqual([['a b', 'a = b = c(d=1)']]);
  });

  it('leaves out what is in a block, and what assigns nothing', () => {
    expect(found('import a\n"""b = 1"""\nif x == 1:\n    c = 1\nd(e=1)\n')).toEqual([]);
  });
});
