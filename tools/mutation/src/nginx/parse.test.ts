import { describe, expect, it } from 'vitest';
import { parse, type Statement } from './parse.ts';

const shape = ({ name, args, block }: Statement): unknown =>
  [name, ...args].map(({ raw }) => raw).join(' ') + (block ? ` {${block.map(shape).join(', ')}}` : '');
const shapes = (text: string) => parse(text).map(shape);

describe('parse', () => {
  it('reads directives, nested blocks and their offsets', () => {
    expect(shapes('a 1;\nb "2 3" { c { } d; }')).toEqual(['a 1', 'b "2 3" {c {}, d}']);
    const text = '# comment\na\n  1;\nb { c; }\n';
    expect(parse(text).map(({ start, end }) => text.slice(start, end))).toEqual(['a\n  1;', 'b { c; }']);
  });

  it('treats quotes and # as special only at the start of a word', () => {
    expect(shapes('a b#c "d"; # e; "\nf;')).toEqual(['a b#c "d"', 'f']);
    expect(shapes(String.raw`a "b \" ; { c" '# d';`)).toEqual([String.raw`a "b \" ; { c" '# d'`]);
    expect(parse(`a "b 'c'";`)[0]?.args[0]).toMatchObject({ value: "b 'c'", quote: '"' });
  });

  it('keeps the braces of a variable in the word', () => {
    expect(shapes('a ${B}c; d { e; }')).toEqual(['a ${B}c', 'd {e}']);
  });

  it('reads a template variable alone on its line as a statement', () => {
    expect(shapes('${SOURCES}\na 1;\nb {\n  ${NETWORKS}\n}\nc ${X};')).toEqual([
      '${SOURCES}',
      'a 1',
      'b {${NETWORKS}}',
      'c ${X}',
    ]);
  });

  it.each([
    ['a 1', 'Unexpected end of file.'],
    ['a {\n b;', 'Unexpected end of file.'],
    ['a;\n}', 'Unexpected } in line 2.'],
    ['a; ;', 'Unexpected ; in line 1.'],
    ['a\n"b;', 'Unclosed quote in line 2.'],
  ])('rejects %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
