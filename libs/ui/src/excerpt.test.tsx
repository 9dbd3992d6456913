import { expect, it } from 'vitest';
import { excerpt } from './excerpt';

it.each(['👍', '👩‍👩‍👧', 'e\u0301', '🇧🇷'])('never ends in a part of the character %s', (character) => {
  const start = 'x'.repeat(159);
  expect(excerpt(`${start}${character} end`)).toBe(`${start}…`);
});

it('keeps a text that fits', () => {
  const text = 'x'.repeat(160);
  expect(excerpt(` ${text} `)).toBe(text);
  expect(excerpt(`${text}y`)).toBe(`${text}…`);
});
