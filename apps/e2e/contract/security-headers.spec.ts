import { assetsOf } from '../support/app-shell.ts';
import type { RequestOptions } from '../support/http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

// One `add_header` in a location drops every inherited one, so each kind of response is tested.
const { accounts, admin, api, health, limits, probe: PROBE } = deployment;

const RESPONSES: [what: string, path: string, status: number, options?: RequestOptions][] = [
  ['the app', '/', 200],
  ['HEAD', '/', 200, { method: 'HEAD' }],
  ['a missing file', '/assets/missing.js', 404],
  ['a dotfile', '/.env', 404],
  ['a method that files do not have', '/', 405, { method: 'POST', body: 'x' }],
  ['the API', api.open, 200],
  ['a problem of the API', `${api.prefix}missing`, 404],
  ['a Host that is not allowed', `${api.prefix}missing`, 400, { headers: { Host: 'evil.example' } }],
  [
    'a body that is too large',
    `${api.prefix}missing`,
    413,
    { method: 'POST', headers: { 'Content-Length': String(limits.bodyBytes + 1) }, body: [''] },
  ],
];
if (accounts) RESPONSES.push(['an unauthenticated request', accounts.session, 401]);
if (health) RESPONSES.push(["Nginx's own health check", health, 200]);
if (api.documentation) RESPONSES.push(['the documentation', api.documentation, 200]);
if (admin) {
  RESPONSES.push(['a redirect of Nginx', admin.path.replace(/\/$/, ''), 301]);
  RESPONSES.push(['a redirect of Django', admin.path, 302], ['a page of Django', admin.page, 200]);
}

row('safety-headers', () => {
  for (const [what, path, status, options] of RESPONSES) {
    test(`${what} (${status}) has every security header exactly once`, async ({ send }) => {
      const response = await send(path, options);
      expect(response.status).toBe(status);
      expect(response).toHaveSecurityHeaders();
    });
  }

  test('compressed files, 304, 206 and 416 have every security header', async ({ send }) => {
    const { script } = assetsOf(await send('/'));
    const etag = (await send(script)).header('ETag') ?? '';
    const variants: [status: number, headers: Record<string, string>][] = [
      [200, { 'Accept-Encoding': 'br' }],
      [200, { 'Accept-Encoding': 'gzip' }],
      [304, { 'If-None-Match': etag }],
      [206, { Range: 'bytes=0-9' }],
      [416, { Range: 'bytes=99999999-' }],
    ];
    for (const [status, headers] of variants) {
      const response = await send(script, { headers });
      expect(response.status).toBe(status);
      expect(response).toHaveSecurityHeaders();
    }
  });

  for (const [name, value] of Object.entries(deployment.headers ?? {})) {
    test(`${name} has the value in the description of the deployment`, async ({ send }) => {
      for (const path of ['/', api.open, '/assets/missing.js'])
        expect((await send(path)).all(name), path).toEqual([value]);
    });
  }
});

row('safety-headers', { needs: ['probe'] }, () => {
  test('security headers from the application are replaced by those of Nginx', async ({ send }) => {
    const response = await send(`${PROBE}/leaky-headers`);
    expect(response.status).toBe(200);
    expect(response).toHaveSecurityHeaders();
    expect(response.all('Server')).toEqual((await send('/')).all('Server'));
    expect(response.all('Content-Security-Policy-Report-Only')).toEqual([]);
    expect(response.all('X-Frame-Options')).toEqual([]);
  });

  test('a view that raises returns 500 problem+json with security headers and no details', async ({ send }) => {
    const response = await send(`${PROBE}/fail`);
    expect(response).toBeProblem(500);
    expect(response).toHaveSecurityHeaders();
    expect(response.text).not.toMatch(/probe|Traceback|RuntimeError|\.py/);
  });

  for (const status of [400, 403, 404, 422, 429, 500, 502, 503]) {
    test(`a ${status} of Django is forwarded unchanged, with security headers`, async ({ send }) => {
      const response = await send(`${PROBE}/status/${status}`);
      expect(response.status).toBe(status);
      expect(response.json()).toEqual({ status, from: 'django' });
      expect(response).toHaveSecurityHeaders();
    });
  }
});
