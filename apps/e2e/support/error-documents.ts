import { expect } from './expect.ts';
import type { HttpResponse } from './http.ts';

/** Title and detail of the errors that Nginx answers itself, as in the error pages of docker/nginx. */
export const ERROR_TEXTS = {
  400: ['Bad Request', 'The request could not be understood.'],
  404: ['Not Found', 'There is nothing at this address.'],
  405: ['Method Not Allowed', 'This address does not accept this request method.'],
  412: ['Precondition Failed', 'The file has changed since it was last requested.'],
  413: ['Content Too Large', 'The request body is larger than the server accepts.'],
  414: ['URI Too Long', 'The address is longer than the server accepts.'],
  416: ['Range Not Satisfiable', 'The requested range is outside the file.'],
  429: ['Too Many Requests', 'Too many requests. Wait a minute, then try again.'],
  431: ['Request Header Fields Too Large', 'The request headers are larger than the server accepts.'],
  500: ['Internal Server Error', 'The server could not process this request.'],
  501: ['Not Implemented', 'The server could not process this request.'],
  502: ['Bad Gateway', 'The application does not respond. Try again in a moment.'],
  503: ['Service Unavailable', 'The server cannot accept this request at the moment. Try again in a moment.'],
  504: ['Gateway Timeout', 'The application took too long to respond. Try again in a moment.'],
  505: ['HTTP Version Not Supported', 'The server could not process this request.'],
} as const;

/** The probe under /admin/, where Nginx replaces errors with pages instead of problem+json: apps/e2e/probe/urls.py. */
export const ADMIN_PROBE = '/admin/_probe';

export type ErrorStatus = keyof typeof ERROR_TEXTS;

/** The response is exactly Nginx's own problem document for this status (RFC 9457), with the id of this request. */
export function expectProblemText(response: HttpResponse, status: ErrorStatus): void {
  const [title, detail] = ERROR_TEXTS[status];
  const request_id = response.header('X-Request-ID');
  expect(response).toBeProblem(status);
  expect(response.json()).toEqual({ type: 'about:blank', title, status, detail, request_id });
}

/** The response is Nginx's own error page with the texts for this status and the id of this request. */
export function expectPageText(response: HttpResponse, status: ErrorStatus): void {
  const inner = (pattern: RegExp) => (pattern.exec(response.text)?.[1] ?? '').replace(/\s+/g, ' ').trim();
  const [title, detail] = ERROR_TEXTS[status];
  expect(response.status).toBe(status);
  expect({
    title: inner(/<title>([^<]*)<\/title>/),
    status: inner(/<p class="status">([^<]*)<\/p>/),
    heading: inner(/<h1>([^<]*)<\/h1>/),
    reference: inner(/<code>([^<]*)<\/code>/),
  }).toEqual({
    title,
    status: `${status} · ${title}`,
    heading: detail,
    reference: response.header('X-Request-ID'),
  });
}
