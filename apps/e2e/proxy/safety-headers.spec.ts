import { assetsOf } from '../support/app-shell';
import type { AskOptions } from '../support/http';
import { exchange } from '../support/raw-http';
import { expect, test } from '../support/test';

// On every response, errors and redirects too, each exactly once. One `add_header` in a location drops every
// inherited one, so that the answers that nobody looks at lose them first.

const EVERYWHERE: [what: string, path: string, status: number, options?: AskOptions][] = [
  ['the app', '/', 200],
  ['an address of the app', '/some/deep/link', 200],
  ['HEAD', '/', 200, { method: 'HEAD' }],
  ['a missing file', '/assets/missing.js', 404],
  ['a dotfile', '/.env', 404],
  ['a method that files have not', '/', 405, { method: 'POST', body: 'x' }],
  ['a redirect', '/admin', 301],
  ["Django's redirect", '/admin/', 302],
  ["Django's page", '/admin/login/', 200],
  ['the API', '/api/livez', 200],
  ['a problem of the API', '/api/missing', 404],
  ['an answer to nobody known', '/api/notes', 401],
  ['a method that the API has not', '/api/livez', 405, { method: 'DELETE' }],
  ['a Host that is not allowed', '/api/system', 400, { headers: { Host: 'evil.example' } }],
  ["Nginx's own health", '/healthz', 200],
  ['the documentation', '/api/docs', 200],
  [
    'a body that is too large',
    '/api/notes',
    413,
    { method: 'POST', headers: { 'Content-Length': '99999999' }, body: [''] },
  ],
];

for (const [what, path, status, options] of EVERYWHERE) {
  test(`every safety header is on ${what} (${status}) exactly once`, async ({ ask }) => {
    const answer = await ask(path, options);
    expect(answer.status).toBe(status);
    expect(answer).toCarrySafetyHeaders();
  });
}

test('every safety header is on files, compressed ones and 304 and 206 and 416 too', async ({ ask }) => {
  const { script } = assetsOf(await ask('/'));
  const etag = (await ask(script)).header('ETag') ?? '';
  const variants: [status: number, headers: Record<string, string>][] = [
    [200, { 'Accept-Encoding': 'br' }],
    [200, { 'Accept-Encoding': 'gzip' }],
    [304, { 'If-None-Match': etag }],
    [206, { Range: 'bytes=0-9' }],
    [416, { Range: 'bytes=99999999-' }],
  ];
  for (const [status, headers] of variants) {
    const answer = await ask(script, { headers });
    expect(answer.status).toBe(status);
    expect(answer).toCarrySafetyHeaders();
  }
});

test("every safety header is on Nginx's answer to what is no request", async ({ origin }) => {
  const answer = await exchange(origin, 'GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(answer.status).toBe(400);
  expect(answer).toCarrySafetyHeaders();
});

test.describe('with answers of the probe', { tag: '@own-stack' }, () => {
  test('an upstream that sends its own copies changes nothing', async ({ ask }) => {
    const answer = await ask('/api/_probe/leaky-headers');
    expect(answer.status).toBe(200);
    expect(answer).toCarrySafetyHeaders();
  });

  test('a view that raises answers 500 problem+json with every safety header and tells nothing', async ({ ask }) => {
    const answer = await ask('/api/_probe/fail');
    expect(answer).toBeProblem(500);
    expect(answer).toCarrySafetyHeaders();
    expect(answer.text).not.toMatch(/probe|Traceback|RuntimeError|\.py/);
  });

  for (const status of [400, 403, 404, 409, 422, 429, 500, 502, 503]) {
    test(`a ${status} of Django's own passes as it is, with every safety header`, async ({ ask }) => {
      const answer = await ask(`/api/_probe/status/${status}`);
      expect(answer.status).toBe(status);
      expect(answer.json()).toEqual({ status, from: 'django' });
      expect(answer).toCarrySafetyHeaders();
    });
  }
});
