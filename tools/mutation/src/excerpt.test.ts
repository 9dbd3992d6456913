import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

describe('excerpt', () => {
  it('shows all changed lines on one', () => {
    const text = 'a\nb 1;\nc 2;\nd\n';
    const edits = [
      { file: '', start: 4, end: 5, text: '2' },
      { file: '', start: 9, end: 10, text: '1' },
    ];
    expect(excerpt(text, edits)).toEqual({ line: 2, lastLine: 3, before: 'b 1; c 2;', after: 'b 2; c 1;' });
  });

  it('cuts a long line around the change', () => {
    const text = `${'x'.repeat(300)} here ${'y'.repeat(300)}`;
    const { before, after } = excerpt(text, [{ file: '', start: 301, end: 305, text: 'there' }]);
    expect(before).toMatch(/^…x+ here y+…$/);
    expect(after).toMatch(/^…x+ there y+…$/);
    expect(before.length).toBeLessThan(170);
  });
});
