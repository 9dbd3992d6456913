import { deployment } from '../contract/deployment.ts';
import type { ErrorStatus } from './error-documents.ts';
import type { RequestParts } from './raw-request.ts';

// What Nginx itself refuses, before any application hears of it. 429 and what needs a fault (500, 502, 504) have files of
// their own.
const { admin, app, api, limits } = deployment;

const UNDER_API = `${api.prefix}missing`;
const ALLOWED_BY_API = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

const TOO_LONG = `?${'x'.repeat(9_000)}`;
const MANY_FIELDS = Array.from({ length: 100 }, (_, number) => `X-Field-${number}: x`);
const CODED = ['Transfer-Encoding: gzip'];
const LARGE = [`Content-Length: ${limits.bodyBytes + 1}`];

/** `headers` are fields that this error has and others have not. */
export type ErrorCase = [status: ErrorStatus, what: string, parts: RequestParts, headers?: Record<string, string>];

/** What Nginx refuses under the API. */
export const PROBLEMS: ErrorCase[] = [
  [400, 'a broken target', { target: `${UNDER_API}%zz` }],
  [400, 'a target that is no line of HTTP', { target: `${UNDER_API} x` }],
  // The application server's to refuse, and still the proxy's to answer.
  [400, 'a control character in a field', { target: UNDER_API, headers: ['X-Field: a\x01b'] }],
  [400, 'a byte outside ASCII', { target: `${UNDER_API}\xff` }],
  [400, 'a method of one letter', { target: UNDER_API, method: 'A' }],
  [400, 'a method of a hundred letters', { target: UNDER_API, method: 'A'.repeat(100) }],
  [404, 'a dotfile', { target: `${api.prefix}../.env` }],
  [405, 'TRACE', { target: UNDER_API, method: 'TRACE' }, { Allow: ALLOWED_BY_API }],
  [
    405,
    'TRACE of a whole address',
    { target: `http://localhost${UNDER_API}`, method: 'TRACE' },
    { Allow: ALLOWED_BY_API },
  ],
  [413, 'a large body', { target: UNDER_API, method: 'POST', headers: LARGE }],
  [414, 'a long target', { target: UNDER_API + TOO_LONG }],
  [431, 'many fields', { target: UNDER_API, headers: MANY_FIELDS }],
  [431, 'a long field', { target: UNDER_API, headers: [`X-Field: ${TOO_LONG}`] }],
  [501, 'a transfer coding that it has not', { target: UNDER_API, method: 'POST', headers: CODED }],
  [505, 'another version', { target: UNDER_API, version: 'HTTP/3.0' }],
];

/** What it refuses elsewhere. */
export const PAGES: ErrorCase[] = [
  [400, 'a broken target', { target: '/%zz' }],
  [400, 'a target that is no line of HTTP', { target: '/a b' }],
  [400, 'no target', { target: '' }],
  [400, 'no Host', { host: null }],
  [400, 'a name that only begins like the API', { target: `${api.prefix.slice(0, -1)}s/%zz` }],
  [400, 'a path that only holds the name of the API', { target: `/x${UNDER_API}%zz` }],
  [400, 'a path that only holds the name of the API, and is no line of HTTP', { target: `/x${UNDER_API} x` }],
  [400, 'the name of the API alone', { target: `${api.prefix.slice(0, -1)} x` }],
  [404, 'a missing file', { target: `${deployment.files.folders[0]}missing.js` }],
  [404, 'an address that is for Nginx alone', { target: '/__e/page' }],
  [405, 'a method that files have not', { method: 'POST' }, { Allow: 'GET, HEAD' }],
  [405, 'a path that only holds the name', { method: 'POST', target: `/x${UNDER_API}` }, { Allow: 'GET, HEAD' }],
  [405, 'TRACE', { method: 'TRACE' }, { Allow: 'GET, HEAD' }],
  [405, 'CONNECT', { method: 'CONNECT', target: 'localhost:443' }, { Allow: 'GET, HEAD' }],
  [412, 'another file than the one that was asked for', { target: app.page, headers: ['If-Match: "other"'] }],
  [413, 'a large body', { target: '/', method: 'POST', headers: LARGE }],
  [414, 'a long target', { target: `/${TOO_LONG}` }],
  [431, 'many fields', { headers: MANY_FIELDS }],
  [431, 'a long field', { headers: [`X-Field: ${TOO_LONG}`] }],
  [501, 'a transfer coding that it has not', { method: 'POST', headers: CODED }],
  [505, 'another version', { version: 'HTTP/3.0' }],
];
if (admin) {
  PAGES.push(
    [400, 'a method of one letter', { target: admin.path, method: 'A' }],
    [405, 'TRACE of the admin', { target: admin.path, method: 'TRACE' }, { Allow: ALLOWED_BY_API }],
  );
}
