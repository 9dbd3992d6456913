import { assetsOf } from '../support/app-shell.ts';
import { ADMIN_PROBE, expectPageText, expectProblemText, type ErrorStatus } from '../support/error-documents.ts';
import type { HttpResponse } from '../support/http.ts';
import { sendRaw, type RequestParts } from '../support/raw-http.ts';
import { deployment, expect, isOwnStack, row, test } from './contract-test.ts';

// Errors that Nginx answers without the application. Tests of 429, 500, 502, 503 and 504 are next to their causes.
const { admin, api, app, files, limits, probe } = deployment;

const UNDER_API = `${api.prefix}missing`;
const API_METHODS = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';
const FILE_METHODS = 'GET, HEAD';

const LONG_QUERY = `?${'x'.repeat(9_000)}`;
const MANY_FIELDS = Array.from({ length: 100 }, (_, number) => `X-Field-${number}: x`);
const UNKNOWN_CODING = ['Transfer-Encoding: gzip'];
const LARGE = [`Content-Length: ${limits.bodyBytes + 1}`];

/** `headers` are those of the optional headers below that this error has. */
type ErrorCase = [status: ErrorStatus, what: string, parts: RequestParts, headers?: Record<string, string>];

const PROBLEMS: ErrorCase[] = [
  [400, 'an invalid escape', { target: `${UNDER_API}%zz` }],
  [400, 'a space in the target', { target: `${UNDER_API} x` }],
  // Gunicorn rejects this one; Nginx still writes the error document.
  [400, 'a control character in a field', { target: UNDER_API, headers: ['X-Field: a\x01b'] }],
  [400, 'a byte outside ASCII', { target: `${UNDER_API}\xff` }],
  [404, 'a dotfile', { target: `${api.prefix}../.env` }],
  [405, 'TRACE', { target: UNDER_API, method: 'TRACE' }, { Allow: API_METHODS }],
  [
    405,
    'TRACE with an absolute target',
    { target: `http://localhost${UNDER_API}`, method: 'TRACE' },
    { Allow: API_METHODS },
  ],
  [413, 'a large body', { target: UNDER_API, method: 'POST', headers: LARGE }],
  [414, 'a long target', { target: UNDER_API + LONG_QUERY }],
  [431, 'many fields', { target: UNDER_API, headers: MANY_FIELDS }],
  [501, 'an unknown transfer coding', { target: UNDER_API, method: 'POST', headers: UNKNOWN_CODING }],
  [505, 'an unknown version', { target: UNDER_API, version: 'HTTP/3.0' }],
];

const PAGES: ErrorCase[] = [
  [400, 'an invalid escape', { target: '/%zz' }],
  [400, 'a path that contains the path of the API', { target: `/x${UNDER_API}%zz` }],
  [404, 'a missing file', { target: `${files.folders[0]}missing.js` }],
  [405, 'POST to a file', { method: 'POST' }, { Allow: FILE_METHODS }],
  [
    405,
    'POST to a path that contains the path of the API',
    { method: 'POST', target: `/x${UNDER_API}` },
    { Allow: FILE_METHODS },
  ],
  [405, 'TRACE', { method: 'TRACE' }, { Allow: FILE_METHODS }],
  [412, 'If-Match with another ETag', { target: app.page, headers: ['If-Match: "other"'] }],
  [431, 'many fields', { headers: MANY_FIELDS }],
];
if (admin) PAGES.push([405, 'TRACE of the admin', { target: admin.path, method: 'TRACE' }, { Allow: API_METHODS }]);

/** Headers that an error has only if they apply. */
const OPTIONAL = [
  'Allow',
  'Retry-After',
  'Refresh',
  'ETag',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Encoding',
  'Set-Cookie',
];

function optionalHeaders(response: HttpResponse): Record<string, string> {
  return Object.fromEntries(OPTIONAL.flatMap((name) => response.all(name).map((value) => [name, value])));
}

/** Another project may word its errors differently. */
function expectOwnProblem(response: HttpResponse, status: ErrorStatus): void {
  if (isOwnStack) expectProblemText(response, status);
}

function expectPage(response: HttpResponse, status: ErrorStatus): void {
  expect(response.status).toBe(status);
  expect(response.header('Content-Type')).toBe('text/html; charset=utf-8');
  expect(response.text).toContain(response.header('X-Request-ID'));
  expect(response.text).not.toContain(app.marker);
  expect(response).toHaveSecurityHeaders();
  if (isOwnStack) expectPageText(response, status);
}

row('error-documents', () => {
  for (const [status, what, parts, headers = {}] of PROBLEMS) {
    test(`${what} under the API returns ${status} as problem+json`, async ({ origin }) => {
      const response = await sendRaw(origin, parts);
      expect(response).toBeProblem(status);
      expect(response.header('Content-Type')).toBe('application/problem+json');
      expect(response).toHaveSecurityHeaders();
      expect(response.header('Cache-Control')).toBe('no-store');
      expect(optionalHeaders(response)).toEqual(headers);
      expectOwnProblem(response, status);
    });
  }

  for (const [status, what, parts, headers = {}] of PAGES) {
    test(`${what} elsewhere returns ${status} as a page`, async ({ origin }) => {
      const response = await sendRaw(origin, parts);
      expectPage(response, status);
      expect(response.header('Cache-Control')).toBe('no-store');
      expect(optionalHeaders(response)).toEqual(headers);
    });
  }

  // Nginx has already set the headers of the file when it finds that the range is outside of it.
  for (const kind of ['page', 'script'] as const) {
    test(`a range outside of a file (${kind}) returns 416 as a page that caches must revalidate`, async ({ send }) => {
      const paths = { page: app.page, ...assetsOf(await send('/')) };
      for (const accepts of ['identity', 'br', 'gzip']) {
        const response = await send(paths[kind], { headers: { 'Accept-Encoding': accepts, Range: 'bytes=99999999-' } });
        expectPage(response, 416);
        expect(response.header('Content-Range')).toMatch(/^bytes \*\/\d+$/);
        expect(response.header('Cache-Control')).toBe('no-cache');
        expect(optionalHeaders(response), accepts).toEqual({});
      }
    });
  }
});

row('error-documents', { needs: ['engine', 'probe'] }, () => {
  test('a response that Gunicorn cannot send returns 500 as problem+json', async ({ send }) => {
    const response = await send(`${probe}/unsendable`);
    expectProblemText(response, 500);
    expect(response).toHaveSecurityHeaders();
    expect(response.header('Cache-Control')).toBe('no-store');
    expect(response.all('Retry-After')).toEqual([]);
  });

  test('an empty response of the application returns 502 as problem+json', async ({ send }) => {
    const response = await send(`${probe}/raw/nothing`);
    expectProblemText(response, 502);
    expect(response.header('Retry-After')).toBe('5');
  });

  test('an empty response of the application returns 502 as a page under the admin', async ({ send }) => {
    const response = await send(`${ADMIN_PROBE}/raw/nothing`);
    expectPageText(response, 502);
    expect(response.header('Retry-After')).toBe('5');
    expect(response.header('Cache-Control')).toBe('no-store');
    expect(response).toHaveSecurityHeaders();
  });

  test('the style sheet of the error page is a separate file that caches must revalidate', async ({ send }) => {
    const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec((await send('/.env')).text) ?? [];
    const sheet = await send(href);
    expect(sheet.status).toBe(200);
    expect(sheet.header('Content-Type')).toBe('text/css; charset=utf-8');
    expect(sheet.header('Cache-Control')).toBe('no-cache');
    expect(sheet.text).toContain('body {');
    expect(sheet).toHaveSecurityHeaders();

    const again = await send(href, { headers: { 'If-None-Match': sheet.header('ETag') ?? '' } });
    expect(again.status).toBe(304);
    expect(again.header('Cache-Control')).toBe('no-cache');
  });

  test('the internal locations of the error documents are not public', async ({ send }) => {
    const internal = ['problem', 'page', 'range', 'timeout', 'refused', 'failed'].map((name) => `/__e/${name}`);
    for (const path of ['/page.html', ...internal]) expect((await send(path)).status, path).toBe(404);
  });
});
