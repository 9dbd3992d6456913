import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath, SANE } from '../support/aftermath.ts';
import { markName } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { app, api, files, admin, probe: PROBE } = deployment;

const PARENTS = [
  '../',
  '..%2f',
  '..%2F',
  '%2e%2e/',
  '%2e%2e%2f',
  '.%2e/',
  '%2E./',
  '..\\',
  '..%5c',
  '..;/',
  '..%00/',
  '%252e%252e%252f',
  '%c0%ae%c0%ae/',
  '%e0%80%ae%e0%80%ae/',
  '%uff0e%uff0e/',
  '..%c0%af',
  '..././',
  './/../',
];

/** What a container holds that is no business of a client's, and how it would be recognised. */
const SECRETS = ['etc/passwd', 'etc/nginx/nginx.conf', 'proc/self/environ', 'entrypoint.sh', 'srv/errors/page.html'];
const CONTENT = /root:[^:]*:0:0|worker_processes|include http\/|APP_|#!\/bin\/sh|<!--#/;

row('traversal', () => {
  for (const folder of ['/', ...files.folders, api.prefix, ...(admin ? [admin.path] : [])]) {
    for (const parent of PARENTS) {
      test(`${parent} leads nowhere from ${folder}`, async ({ origin }) => {
        for (const secret of SECRETS) {
          const target = `${folder}${parent.repeat(6)}${secret}`;
          const answer = await exchange(origin, requestText(origin, { target }));
          expect([200, 302, 400, 404], target).toContain(answer.status);
          // The app's own page is all that an unknown address may give.
          expect(answer.status !== 200 || answer.text.includes(app.marker), target).toBe(true);
          expect(answer.text, target).not.toMatch(CONTENT);
        }
      });
    }
  }

  const slashed = [...files.folders, api.prefix, ...(admin ? [admin.path] : [])].map((folder) => folder.slice(0, -1));
  for (const folder of slashed) {
    for (const rest of ['../', '../x', '..', '..%2f', '%2e%2e/x', '../index.html', '..//']) {
      test(`${folder}${rest} is 404: a prefix without its slash is no folder`, async ({ origin }) => {
        const answer = await exchange(origin, requestText(origin, { target: folder + rest }));
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain(app.marker);
      });
    }
  }

  const internal = [
    '__e/page',
    '__e/problem',
    'identity/index.html',
    'br/index.html',
    'gzip/index.html',
    '.env',
    '.git/HEAD',
  ];
  for (const address of internal) {
    for (const way of ['x/../', 'x/..%2f', 'x/%2e%2e/', './', '/', '%2f']) {
      test(`/${way}${address} is 404: another spelling opens nothing`, async ({ origin }) => {
        const answer = await exchange(origin, requestText(origin, { target: `/${way}${address}` }));
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain(app.marker);
      });
    }
  }
});

/** Other spellings of an address of the application: Nginx takes the last part for the API, the application does not. */
const BYPASSES = [
  '/x/../api',
  '/x/..%2fapi',
  '/x/%2e%2e/api',
  '/x/%2e%2e%2fapi',
  '/admin/../api',
  '/admin/..%2fapi',
  '/assets/../api',
  '/assets/..%2fapi',
  '//api',
  '/./api',
  '/%2fapi',
  '/api/.',
  '/api/',
  '/api/x/..',
  '/api/x/..%2f',
  '/api/..;/api',
  '/api/..%2fapi',
  '/API',
  '/api;x',
  '/api%00',
  '/api%20',
  '/api\\',
  '/api%5c',
];

row('traversal', { needs: ['probe', 'writing'] }, () => {
  const below = (PROBE ?? '').replace(/^\/api/, '');

  for (const way of BYPASSES) {
    test(`${way}${below} reaches no view: one address has one spelling`, async ({ origin, probe }) => {
      const mark = markName();
      const target = `${way}${below}/marks/${mark}`;
      const { first, connection } = await aftermath(origin, requestText(origin, { method: 'POST', target }));
      expect([400, 403, 404, 405]).toContain(first.status); // 403: the admin asks for the CSRF token first.
      expect(connection).toMatch(SANE);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }

  test('a letter in an escape is that letter, to Nginx and to the application', async ({ origin, probe }) => {
    const mark = markName();
    const target = `${PROBE}/marks/${mark}`.replace('api', '%61p%69');
    expect((await aftermath(origin, requestText(origin, { method: 'POST', target }))).first.status).toBe(200);
    expect(await probe.hasMark(mark)).toBe(true);
  });
});
