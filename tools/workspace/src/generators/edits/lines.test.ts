import { describe, expect, it } from 'vitest';
import { addBefore, addLine, namesIn, removeLine } from './lines.ts';

const SETTINGS = 'OTHER = [\n    "x.y",\n]\nAPPS = [\n    "app.a",\n    "app.b",  # comment\n]\n';

describe('addLine', () => {
  it('inserts after the last sibling, and removeLine reverts it', () => {
    const edited = addLine(SETTINGS, '    "app.c",', /^ {4}"app\./);
    expect(edited.split('\n').slice(5, 8)).toEqual(['    "app.b",  # comment', '    "app.c",', ']']);
    expect(removeLine(edited, '    "app.c",')).toBe(SETTINGS);
  });

  it('fails without a sibling', () => {
    expect(() => addLine(SETTINGS, 'x', /^import/)).toThrow('no line matches /^import/');
  });
});

it('addBefore inserts before the first match and fails without one', () => {
  expect(addBefore('a\nb\nb\n', 'x', /b/)).toBe('a\nx\nb\nb\n');
  expect(() => addBefore('a\n', 'x', /b/)).toThrow('no line matches /b/');
});

describe('namesIn', () => {
  it('finds declared, imported and exported names', () => {
    const text =
      "import { type A, b } from './b';\nexport { c } from './c';\nexport const d = 1;\nasync function e() {}";
    expect([...namesIn(text)].sort()).toEqual(['A', 'b', 'c', 'd', 'e', 'type']);
  });
});
