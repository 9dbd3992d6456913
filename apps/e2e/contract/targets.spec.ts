import { IN_SYNC, sendWithFollowUp } from '../support/follow-up.ts';
import { markName } from '../support/probe.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

// Targets that no browser sends. A wrong `error_page` turns some of them into a 500.
const { admin, api, app, files, probe: PROBE } = deployment;

/** Rests of a path that make the target invalid. */
const INVALID: [what: string, rest: string][] = [
  ['an encoded NUL', 'a%00b'],
  ['an escape without hexadecimal digits', '%zz'],
  ['a raw space', 'a b'],
  ['a raw NUL', 'a\0b'],
  ['a path above the root', '../../'],
  ['an escaped path above the root', '%2e%2e/%2e%2e/'],
];

/** Targets that do not begin with a slash. */
const WITHOUT_SLASH: [target: string, method?: string][] = [
  ['*', 'OPTIONS'],
  ['*'],
  [api.open.slice(1)],
  ['?x'],
  ['\\'],
  [''],
  ['http://'],
  ['localhost:443'],
];

row('broken-targets', () => {
  for (const [what, rest] of INVALID) {
    test(`${what} under the API returns 400 problem+json`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { target: api.prefix + rest }));
      expect(first).toBeProblem(400);
      expect(first).toHaveSecurityHeaders();
      expect(connection).toMatch(IN_SYNC);
    });
  }

  const pages = [...INVALID.map(([, rest]) => [`/${rest}`] as [target: string, method?: string]), ...WITHOUT_SLASH];
  for (const [target, method = 'GET'] of pages) {
    test(`${method} ${JSON.stringify(target)} returns 400 as a page`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { target, method }));
      expect(first.status).toBe(400);
      expect(first.header('Content-Type')).toMatch(/^text\/html/);
      expect(first.text).toContain(first.header('X-Request-ID'));
      expect(first).toHaveSecurityHeaders();
      expect(connection).toMatch(IN_SYNC);
    });
  }

  for (const target of ['/caf\xc3\xa9', '/%ff', '/%ed%a0%80', '/a\\b', '/{a}|"<b>^`']) {
    test(`${JSON.stringify(target)} returns the app's page`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { target }));
      expect(first.status).toBe(200);
      expect(first.text).toContain(app.marker);
      expect(connection).toBe('next answered');
    });
  }

  for (const [rest, status] of [
    ['%ff', 404], // not UTF-8
    ['%ed%a0%80', 404], // a surrogate
    ['%c0%ae', 404], // an overlong dot
    ['caf\xc3\xa9', 400], // raw bytes
  ] as const) {
    test(`${JSON.stringify(rest)} under the API returns ${status} problem+json`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { target: api.prefix + rest }));
      expect(first).toBeProblem(status);
      expect(connection).toMatch(IN_SYNC);
    });
  }
});

/** Spellings of the parent folder. */
const PARENTS = [
  '../',
  '..%2f',
  '%2e%2e/',
  '.%2e/',
  '..\\',
  '..%5c',
  '..;/',
  '..%00/',
  '%252e%252e%252f',
  '%c0%ae%c0%ae/',
];

/** Private files of the container, and how their content would be recognized. */
const SECRETS = ['etc/passwd', 'etc/nginx/nginx.conf', 'proc/self/environ', 'entrypoint.sh'];
const CONTENT = /root:[^:]*:0:0|worker_processes|include http\/|APP_|#!\/bin\/sh|<!--#/;

const folders = [...files.folders, api.prefix, ...(admin ? [admin.path] : [])];

row('traversal', () => {
  for (const folder of ['/', ...folders]) {
    for (const parent of PARENTS) {
      test(`${folder}${parent}… reaches no private file`, async ({ origin }) => {
        for (const secret of SECRETS) {
          const target = `${folder}${parent.repeat(6)}${secret}`;
          const response = await sendRaw(origin, { target });
          expect([200, 302, 400, 404], target).toContain(response.status);
          // With 200, an unknown address may only return the app's page.
          expect(response.status !== 200 || response.text.includes(app.marker), target).toBe(true);
          expect(response.text, target).not.toMatch(CONTENT);
        }
      });
    }
  }

  for (const folder of folders) {
    for (const rest of ['../', '..', '..%2f', '%2e%2e/x', '../index.html']) {
      const target = folder.slice(0, -1) + rest;

      // A path in the app, or a dotfile. With an alias, it would be a file in the parent folder.
      test(`${target} is not below ${folder}`, async ({ origin }) => {
        const response = await sendRaw(origin, { target });
        expect(response.status).toBe(target.startsWith('/.') ? 404 : 200);
        expect(response.text.includes(app.marker)).toBe(response.status === 200);
      });
    }
  }

  for (const address of ['__e/page', '.env', 'missing.js']) {
    for (const way of ['x/../', 'x/..%2f', './', '/', '%2f']) {
      test(`/${way}${address} returns 404 like /${address}`, async ({ origin }) => {
        const response = await sendRaw(origin, { target: `/${way}${address}` });
        expect(response.status).toBe(404);
        expect(response.text).not.toContain(app.marker);
      });
    }
  }
});

/** Spellings of an API address that Nginx may normalize and the application does not. */
const BYPASSES = [
  '/x/../api',
  '/x/..%2fapi',
  '/admin/../api',
  '/admin/..%2fapi',
  '//api',
  '/./api',
  '/%2fapi',
  '/api/.',
  '/api/..;/api',
  '/API',
  '/api;x',
  '/api%00',
];

row('traversal', { needs: ['probe', 'writing'] }, () => {
  const below = (PROBE ?? '').replace(/^\/api/, '');

  for (const way of BYPASSES) {
    test(`${way}${below} reaches no view`, async ({ origin, probe }) => {
      const mark = markName();
      const text = requestText(origin, { method: 'POST', target: `${way}${below}/marks/${mark}` });
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect([400, 403, 404, 405]).toContain(first.status); // 403: the admin checks the CSRF token first.
      expect(connection).toMatch(IN_SYNC);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }
});
