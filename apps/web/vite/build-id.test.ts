import { expect, it } from 'vitest';
import { buildId } from './build-id';

const A = { path: 'a.js', content: '1' };
const B = { path: 'b.js', content: '2' };

it('is twelve hex digits', () => {
  expect(buildId([A])).toMatch(/^[0-9a-f]{12}$/);
});

it('does not depend on the order of the files', () => {
  expect(buildId([A, B])).toBe(buildId([B, A]));
});

it.each([
  [[A], 'a file is missing'],
  [[A, { ...B, content: '3' }], 'a content differs'],
  [[A, { ...B, path: 'c.js' }], 'a name differs'],
  [
    [
      { path: 'a.js', content: '12' },
      { ...B, content: '' },
    ],
    'the same bytes are split otherwise',
  ],
  [[{ path: 'a.js', content: '1b.js\u0000\u00002' }], 'one file holds what looks like another'],
])('changes when %#: %s', (files) => {
  expect(buildId(files)).not.toBe(buildId([A, B]));
});
