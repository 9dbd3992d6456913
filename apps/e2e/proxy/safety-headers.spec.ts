import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import type { AskOptions } from '../support/http.ts';
import { exchange } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

// On every response, errors and redirects too, each exactly once. One `add_header` in a location drops every
// inherited one, so that the answers that nobody looks at lose them first.

const { admin, api, health } = deployment;

const EVERYWHERE: [what: string, path: string, status: number, options?: AskOptions][] = [
  ['the app', '/', 200],
  ['an address of the app', '/some/deep/link', 200],
  ['HEAD', '/', 200, { method: 'HEAD' }],
  ['a missing file', '/assets/missing.js', 404],
  ['a dotfile', '/.env', 404],
  ['a method that files have not', '/', 405, { method: 'POST', body: 'x' }],
  ['the API', api.open, 200],
  ['a problem of the API', `${api.prefix}missing`, 404],
];
if (api.private) EVERYWHERE.push(['an answer to nobody known', api.private, 401]);
if (health) EVERYWHERE.push(["Nginx's own health", health, 200]);
if (api.documentation) EVERYWHERE.push(['the documentation', api.documentation, 200]);
if (admin) {
  EVERYWHERE.push(['a redirect', admin.path.replace(/\/$/, ''), 301]);
  EVERYWHERE.push(["Django's redirect", admin.path, 302], ["Django's page", admin.page, 200]);
}

row('safety-headers', () => {
  for (const [what, path, status, options] of EVERYWHERE) {
    test(`every safety header is on ${what} (${status}) exactly once`, async ({ ask, origin }) => {
      const answer = await ask(path, options);
      expect(answer.status).toBe(status);
      expect(answer).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
    });
  }

  const refused: [what: string, status: number, options: AskOptions][] = [
    ['a Host that is not allowed', 400, { headers: { Host: 'evil.example' } }],
    ['a body that is too large', 413, { method: 'POST', headers: { 'Content-Length': '99999999' }, body: [''] }],
  ];
  for (const [what, status, options] of refused) {
    test(`every safety header is on the answer to ${what} (${status})`, async ({ ask }) => {
      const answer = await ask(`${api.prefix}missing`, options);
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
});

row('safety-headers', { needs: ['probe'] }, () => {
  test('an upstream that sends its own copies changes nothing', async ({ ask }) => {
    const answer = await ask(`${deployment.probe}/leaky-headers`);
    expect(answer.status).toBe(200);
    expect(answer).toCarrySafetyHeaders();
    expect(answer.all('Server')).toEqual((await ask('/')).all('Server'));
    // A second, weaker policy beside the one that holds.
    expect(answer.all('Content-Security-Policy-Report-Only')).toEqual([]);
    expect(answer.all('X-Frame-Options')).toEqual([]);
  });

  test('a view that raises answers 500 problem+json with every safety header and tells nothing', async ({ ask }) => {
    const answer = await ask(`${deployment.probe}/fail`);
    expect(answer).toBeProblem(500);
    expect(answer).toCarrySafetyHeaders();
    expect(answer.text).not.toMatch(/probe|Traceback|RuntimeError|\.py/);
  });

  for (const status of [400, 403, 404, 409, 422, 429, 500, 502, 503]) {
    test(`a ${status} of Django's own passes as it is, with every safety header`, async ({ ask }) => {
      const answer = await ask(`${deployment.probe}/status/${status}`);
      expect(answer.status).toBe(status);
      expect(answer.json()).toEqual({ status, from: 'django' });
      expect(answer).toCarrySafetyHeaders();
    });
  }
});

row('safety-headers', () => {
  for (const [name, value] of Object.entries(deployment.headers ?? {})) {
    test(`${name} says exactly what this deployment promises`, async ({ ask }) => {
      for (const path of ['/', api.open, '/assets/missing.js'])
        expect((await ask(path)).all(name), path).toEqual([value]);
    });
  }
});
