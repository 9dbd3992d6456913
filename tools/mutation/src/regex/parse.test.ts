import { describe, expect, it } from 'vitest';
import { everyAlternation, everyPart, parseRegex } from './parse.ts';

const parts = (source: string) =>
  [...everyPart(parseRegex(source))].map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`);

describe('parseRegex', () => {
  it('finds every part with its quantifier, at every depth', () => {
    expect(parts(String.raw`^(?:a|b)?\.[^/]*x{2}$`)).toEqual([
      'anchor ^',
      'group (?:a|b)?',
      'atom a',
      'atom b',
      String.raw`atom \.`,
      'atom [^/]*',
      'atom x{2}',
      'anchor $',
    ]);
  });

  it('tells lookarounds, named groups and options apart', () => {
    expect(parts(String.raw`(?s)(?=a)(?<!b)(?<name>c)\1`)).toEqual([
      'atom (?s)',
      'lookaround (?=a)',
      'atom a',
      'lookaround (?<!b)',
      'atom b',
      'group (?<name>c)',
      'atom c',
      String.raw`atom \1`,
    ]);
  });

  it('takes a bracket, a dollar and a bar in a class for signs like others', () => {
    expect(parts(String.raw`[\])$|(]+a`)).toEqual([String.raw`atom [\])$|(]+`, 'atom a']);
  });

  it('finds the alternatives at every depth, empty ones too', () => {
    const source = 'a|(b|)';
    const found = [...everyAlternation(parseRegex(source))].map(({ alternatives }) =>
      alternatives.map(({ start, end }) => source.slice(start, end)),
    );
    expect(found).toEqual([
      ['a', '(b|)'],
      ['b', ''],
    ]);
  });

  it.each(['a)', '(a'])('refuses %s', (source) => {
    expect(() => parseRegex(source)).toThrow(SyntaxError);
  });
});
