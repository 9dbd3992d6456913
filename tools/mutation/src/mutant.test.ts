import { describe, expect, it } from 'vitest';
import { applyMutant } from './mutant.ts';

const edit = (start: number, end: number, text: string) => ({ file: 'a.conf', start, end, text });

describe('applyMutant', () => {
  it('counts every edit in the unchanged text, in whatever order they come', () => {
    expect(applyMutant('one two three', [edit(0, 3, 'three'), edit(8, 13, 'one')])).toBe('three two one');
    expect(applyMutant('one two three', [edit(8, 13, 'one'), edit(0, 3, 'three')])).toBe('three two one');
  });

  it('inserts where nothing is taken away', () => {
    expect(applyMutant('ac', [edit(1, 1, 'b')])).toBe('abc');
  });

  it('refuses edits that overlap, and those outside of the text', () => {
    expect(() => applyMutant('abcd', [edit(0, 3, ''), edit(2, 4, '')])).toThrow(RangeError);
    expect(() => applyMutant('abcd', [edit(3, 5, '')])).toThrow('An edit of a.conf from 3 to 5');
  });
});
