import type { Answer } from './http.ts';

/** Title and detail of the errors that Nginx itself answers: docker/nginx/conf/http/error-pages.conf. */
export const ERROR_WORDS = {
  400: ['Bad Request', 'The request could not be understood.'],
  404: ['Not Found', 'There is nothing at this address.'],
  405: ['Method Not Allowed', 'This address does not take requests of that kind.'],
  412: ['Precondition Failed', 'The file is no longer the one that was asked for.'],
  413: ['Content Too Large', 'What was sent is larger than the server accepts.'],
  414: ['URI Too Long', 'The address is longer than the server accepts.'],
  416: ['Range Not Satisfiable', 'The requested part is outside the file.'],
  429: ['Too Many Requests', 'There were too many requests; wait a minute, then try again.'],
  431: ['Request Header Fields Too Large', 'The header of the request is larger than the server accepts.'],
  500: ['Internal Server Error', 'The server could not answer this request.'],
  501: ['Not Implemented', 'The server could not answer this request.'],
  502: ['Bad Gateway', 'The application does not answer right now; try again in a moment.'],
  504: ['Gateway Timeout', 'The application took too long to answer; try again in a moment.'],
  505: ['HTTP Version Not Supported', 'The server could not answer this request.'],
} as const;

/** The probe at an address where Nginx answers for the application with pages: apps/e2e/probe/urls.py. */
export const PROBE_OF_PAGES = '/admin/_probe';

export type ErrorStatus = keyof typeof ERROR_WORDS;

/** The whole document of an error under the API, for the request that the answer itself names (RFC 9457). */
export function problemDocument(status: ErrorStatus, answer: Answer): Record<string, unknown> {
  const [title, detail] = ERROR_WORDS[status];
  return { type: 'about:blank', title, status, detail, request_id: answer.header('X-Request-ID') };
}

/** What a person reads on the page of an error. */
export interface PageWords {
  title: string;
  status: string;
  heading: string;
  reference: string;
}

/** What the page of an error says; a piece that is missing is empty. */
export function pageWords(answer: Answer): PageWords {
  const inner = (pattern: RegExp) => (pattern.exec(answer.text)?.[1] ?? '').replace(/\s+/g, ' ').trim();
  return {
    title: inner(/<title>([^<]*)<\/title>/),
    status: inner(/<p class="status">([^<]*)<\/p>/),
    heading: inner(/<h1>([^<]*)<\/h1>/),
    reference: inner(/<code>([^<]*)<\/code>/),
  };
}

/** What it must say, for the request that the answer itself names; the product's name stands behind the title. */
export function expectedPage(status: ErrorStatus, answer: Answer, product: string): PageWords {
  const [title, heading] = ERROR_WORDS[status];
  return {
    title: `${title} · ${product}`,
    status: `${status} · ${title}`,
    heading,
    reference: answer.header('X-Request-ID') ?? '',
  };
}
