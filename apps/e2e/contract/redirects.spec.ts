import { sendRaw, type RequestParts } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { admin, api } = deployment;

/** Other hosts in place of a path. Browsers treat `\` as `/`. */
const HOSTS = [
  '//evil.example',
  '//evil.example/%2f..',
  '///evil.example/..',
  '/\\evil.example',
  '/%5cevil.example/',
  '/%2f%2fevil.example/%2e%2e',
  '/https://evil.example/',
];

/** Line ends, which must not start a new header: CWE-113. */
const LINE_ENDS = ['%0d%0a', '%0a', '%0d', '%E5%98%8A%E5%98%8D'];

const folders = [api.prefix, ...(admin ? [admin.path] : [])];

row('open-redirect', () => {
  for (const target of HOSTS) {
    test(`${target} is not redirected`, async ({ origin }) => {
      const response = await sendRaw(origin, { target });
      expect(response.all('Location')).toEqual([]);
      expect([200, 404]).toContain(response.status);
    });
  }

  for (const folder of folders) {
    const bare = folder.slice(0, -1);
    const redirected: [what: string, parts: RequestParts, location: string][] = [
      ['without its slash', { target: bare }, folder],
      ['with another host in the query', { target: `${bare}?next=%2F%2fx&a=//b` }, `${folder}?next=%2F%2fx&a=//b`],
      ['after two slashes', { target: `/${bare}` }, folder],
      ['after a path that returns to the root', { target: `/evil.example/..${bare}` }, folder],
      ['with another Host', { target: bare, host: 'evil.example' }, folder],
      ['with an absolute target', { target: `http://evil.example${bare}`, host: 'evil.example' }, folder],
      ['in HTTP/1.0 without Host', { target: bare, version: 'HTTP/1.0', host: null }, folder],
    ];
    for (const [what, parts, location] of redirected) {
      test(`${bare} ${what} is redirected to a path without a host`, async ({ origin }) => {
        const response = await sendRaw(origin, parts);
        expect(response.status).toBe(301);
        expect(response.header('Location')).toBe(location);
        expect(response).toHaveSecurityHeaders();
      });
    }

    for (const end of LINE_ENDS) {
      for (const target of [`${bare}${end}Set-Cookie:x=1`, `/${end}Set-Cookie:x=1/..${bare}`]) {
        test(`${target} adds no header`, async ({ origin }) => {
          const response = await sendRaw(origin, { target });
          expect(response.all('Set-Cookie').join()).not.toMatch(/x=1/);
          for (const location of response.all('Location')) expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        });
      }
    }
  }
});
