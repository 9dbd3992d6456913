import { expect, it } from 'vitest';
import { requestPath } from './request-path';

it.each([
  ['/notes?next=/a.js', '/notes'],
  ['/%2eenv', '/.env'],
  ['/n%C3%B8tter', '/nøtter'],
  ['//api///notes', '/api/notes'],
  ['/api/../admin/', '/admin/'],
  ['/a%2Fb', '/a/b'],
  ['/..a/..', '/'],
])('reads %s as %s', (target, path) => {
  expect(requestPath(target)).toBe(path);
});

it.each(['/%zz', '/%', '/%00', '/..', '/../etc/passwd', '//../x', '/%2e%2e/x', '*'])('refuses %s', (target) => {
  expect(requestPath(target)).toBeUndefined();
});
