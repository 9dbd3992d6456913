import type { Middleware } from 'openapi-fetch';
import { ApiError } from './api-error';

const COOKIE = 'csrftoken';
const HEADER = 'X-CSRFToken';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** allauth sets the cookie on this answer, which is public and touches no session. */
const COOKIE_SOURCE = '/api/auth/browser/v1/config';

/** The token that Django left in its readable cookie, or null. */
export function readCsrfToken(cookies: string = document.cookie): string | null {
  for (const pair of cookies.split('; ')) {
    const [name, ...value] = pair.split('=');
    if (name === COOKIE) return decodeURIComponent(value.join('='));
  }
  return null;
}

let fetching: Promise<void> | null = null;

/** Asks for the cookie; calls made meanwhile wait for the same answer. */
function fetchCookie(origin: string, fetcher: (input: Request) => Promise<Response>): Promise<void> {
  fetching ??= fetcher(new Request(origin + COOKIE_SOURCE, { credentials: 'same-origin' }))
    .then(
      () => undefined,
      (cause: unknown) => {
        throw ApiError.fromNetwork(cause);
      },
    )
    .finally(() => {
      fetching = null;
    });
  return fetching;
}

/** Sends Django's CSRF token with every unsafe method, and fetches the cookie first when it is missing. */
export const csrf: Middleware = {
  async onRequest({ request, options }) {
    if (SAFE_METHODS.has(request.method)) return undefined;
    if (readCsrfToken() === null) await fetchCookie(new URL(request.url).origin, options.fetch);
    const token = readCsrfToken();
    if (token !== null) request.headers.set(HEADER, token);
    return request;
  },
};
