import { expect, it } from 'vitest';
import { buildId } from './build-id';

const A = { path: 'a.js', content: '1' };
const B = { path: 'b.js', content: '2' };

it('has twelve hex digits', () => {
  expect(buildId([A])).toMatch(/^[0-9a-f]{12}$/);
});

it('does not depend on the order of the files', () => {
  expect(buildId([A, B])).toBe(buildId([B, A]));
});

it.each([
  ['a missing file', [A]],
  ['a changed content', [A, { ...B, content: '3' }]],
  ['a changed name', [A, { ...B, path: 'c.js' }]],
  [
    'content that moved between files',
    [
      { ...A, content: '12' },
      { ...B, content: '' },
    ],
  ],
  ['one file whose content looks like a second file', [{ path: 'a.js', content: '1b.js\u0000\u00002' }]],
])('changes with %s', (_change, files) => {
  expect(buildId(files)).not.toBe(buildId([A, B]));
});
