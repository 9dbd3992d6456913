import { describe, expect, it } from 'vitest';
import { parse, type Statement } from './parse.ts';

const shape = ({ name, args, block }: Statement): unknown =>
  [name, ...args].map(({ value }) => value).join(' ') + (block ? ` {${block.statements.map(shape).join(', ')}}` : '');

describe('parse', () => {
  it('reads directives and blocks, one inside of another', () => {
    expect(parse('a 1;\nb "2 3" { c { } d; }').map(shape)).toEqual(['a 1', 'b 2 3 {c {}, d}']);
  });

  it('knows the line and the whole extent of a statement', () => {
    const text = '# comment\na\n  1;\nb { c; }\n';
    const [first, second] = parse(text);
    expect([first?.line, second?.line]).toEqual([2, 4]);
    expect(text.slice(second?.start, second?.end)).toBe('b { c; }');
  });

  it('takes a variable alone on its line for directives that are written there later', () => {
    expect(parse('${SOURCES}\na 1;\nb {\n  ${NETWORKS}\n}\nc ${X};').map(shape)).toEqual([
      '${SOURCES}',
      'a 1',
      'b {${NETWORKS}}',
      'c ${X}',
    ]);
  });

  it.each([
    ['a 1', 'The configuration ends inside of a statement.'],
    ['a {\n b;', 'The configuration ends inside of a statement.'],
    ['a;\n}', 'Unexpected } in line 2.'],
    ['a; ;', 'Unexpected ; in line 1.'],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
