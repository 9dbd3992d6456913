import { expect, it } from 'vitest';
import { HOME, readSignInSearch, safeReturnPath } from './return-path';

const ORIGIN = 'https://app.example';

it('returns to a path of this origin with its search and hash', () => {
  expect(safeReturnPath('/list?search=a%26b#end', ORIGIN)).toBe('/list?search=a%26b#end');
});

it.each([
  undefined,
  '',
  'notes',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '\\\\evil.example',
  'javascript:alert(1)',
  'https:evil.example',
  '/sign-in?next=/sign-in',
  '/sign-up',
  '/verify-email',
  '/reset-password',
])('returns to the home page instead of %j', (next) => {
  expect(safeReturnPath(next, ORIGIN)).toBe(HOME);
});

it('ignores invalid and unknown search parameters', () => {
  const search = { next: '/list', expired: true, signedOut: 'yes', other: 1 };
  expect(readSignInSearch(search)).toEqual({ next: '/list', expired: true });
});
