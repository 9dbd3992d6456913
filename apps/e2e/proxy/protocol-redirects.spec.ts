import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText, type RequestParts } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { api, admin } = deployment;

/** Ways to name another host where a path should be; browsers take `\` for `/`. */
const HOSTS = [
  '//evil.example',
  '//evil.example/',
  '//evil.example/..',
  '//evil.example/%2e%2e',
  '//evil.example/%2f..',
  '///evil.example/..',
  '/.//evil.example/',
  '/\\evil.example',
  '/\\/evil.example/',
  '/\\\\evil.example/',
  '/%5cevil.example/',
  '/%5c%5cevil.example',
  '/%2fevil.example/',
  '/%2f%2fevil.example/%2e%2e',
  '/%09/evil.example',
  '/https://evil.example/',
  '/https:%2f%2fevil.example/',
  '/@evil.example',
];

/** Line ends that must not begin a header field of their own: CWE-113. */
const INJECTED = ['%0d%0a', '%0a', '%0d', '%E5%98%8A%E5%98%8D', '%23%0d%0a', '%3f%0d%0a'];

const folders = [api.prefix, ...(admin ? [admin.path] : [])];

row('open-redirect', () => {
  for (const target of HOSTS) {
    test(`${target} is redirected nowhere`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, { target }));
      expect(answer.all('Location')).toEqual([]);
      expect([200, 404]).toContain(answer.status);
    });
  }

  for (const folder of folders) {
    const bare = folder.slice(0, -1);
    const redirected: [what: string, parts: RequestParts, location: string][] = [
      ['alone', { target: bare }, folder],
      ['with a query', { target: `${bare}?next=%2F%2fx&a=b` }, `${folder}?next=%2F%2fx&a=b`],
      ['with another host in the query', { target: `${bare}?next=//evil.example` }, `${folder}?next=//evil.example`],
      ['behind two slashes', { target: `/${bare}` }, folder],
      ['behind a path that ends at the root', { target: `/evil.example/..${bare}` }, folder],
      ['of another host', { target: bare, host: 'evil.example' }, folder],
      ['of another host as an absolute target', { target: `http://evil.example${bare}`, host: 'evil.example' }, folder],
      ['of another port', { target: bare, host: 'localhost:1' }, folder],
      ['in HTTP/1.0 without a host', { target: bare, version: 'HTTP/1.0', host: null }, folder],
    ];
    for (const [what, parts, location] of redirected) {
      test(`${bare} ${what} is redirected to a path alone`, async ({ origin }) => {
        const answer = await exchange(origin, requestText(origin, parts));
        expect(answer.status).toBe(301);
        expect(answer.header('Location')).toBe(location);
        expect(answer).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      });
    }

    for (const injected of INJECTED) {
      for (const target of [
        `${bare}${injected}Set-Cookie:x=1`,
        `${folder}${injected}Set-Cookie:x=1`,
        `/${injected}Set-Cookie:x=1/..${bare}`,
      ]) {
        test(`${target} adds no header field`, async ({ origin }) => {
          const answer = await exchange(origin, requestText(origin, { target }));
          expect(answer.all('Set-Cookie').join()).not.toMatch(/x=1/);
          for (const location of answer.all('Location')) expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        });
      }
    }
  }
});

row('open-redirect', { needs: ['admin'] }, () => {
  const path = admin?.path ?? '';
  // The sign-in page of the admin names where to go afterwards: a path of this origin, whatever stood in the address.
  for (const rest of ['/evil.example', '%2f/evil.example', '\\evil.example', '..//evil.example', '%0d%0aLocation:x']) {
    test(`${path}${rest} is redirected within this origin`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, { target: path + rest }));
      expect([200, 302, 404]).toContain(answer.status);
      for (const location of answer.all('Location')) expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    });
  }
});
