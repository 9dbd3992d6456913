import { describe, expect, it } from 'vitest';
import { readSignInSearch, safeReturnPath } from './return-path';

const ORIGIN = 'https://notes.example';

describe('the page to return to after signing in', () => {
  it('is the one that was asked for, with its search and hash', () => {
    expect(safeReturnPath('/notes?search=a%26b#end', ORIGIN)).toBe('/notes?search=a%26b#end');
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
  ])('is the list of notes when the address names another origin, or a sign-in page: %j', (next) => {
    expect(safeReturnPath(next, ORIGIN)).toBe('/notes');
  });

  it('keeps only what it knows of the address', () => {
    expect(readSignInSearch({ next: '/notes', expired: true, signedOut: 'yes', other: 1 })).toEqual({
      next: '/notes',
      expired: true,
    });
  });
});
