import { describe, expect, it } from 'vitest';
import { readDiagram } from './diagram.ts';

describe('readDiagram', () => {
  it('reads boxes by the words in them, and what several have in common', () => {
    const diagram = readDiagram('flowchart LR\n  a[web:build] -- dist --> b & c(["the image"])\n  c --> a\n  alone');
    expect(diagram.boxes).toEqual(['web:build', 'b', 'the image', 'alone']);
    expect(diagram.arrows).toEqual([
      ['web:build', 'b'],
      ['web:build', 'the image'],
      ['the image', 'web:build'],
    ]);
  });

  it('follows a chain', () => {
    expect(readDiagram('flowchart TB\n  a --> b --> c').arrows).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('passes over nothing that it does not understand', () => {
    expect(() => readDiagram('flowchart LR\n  a ==> b')).toThrow('a ==> b');
    expect(() => readDiagram('sequenceDiagram\n  a --> b')).toThrow('sequenceDiagram');
  });
});
