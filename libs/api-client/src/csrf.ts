import { getAuthConfiguration } from '@app/api-types';

const HEADER = 'X-CSRFToken';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Reads a cookie of this page, or null. */
export function readCookie(name: string, cookies: string = document.cookie): string | null {
  for (const pair of cookies.split('; ')) {
    const [key, ...value] = pair.split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return null;
}

/** Returns a request interceptor that sends Django's CSRF token with unsafe methods. */
export function createCsrfInterceptor(cookie: string): (request: Request) => Promise<Request> {
  let fetching: Promise<unknown> | null = null;

  /** allauth sets the cookie on this public response. Concurrent calls share one request. */
  function fetchCookie(): Promise<unknown> {
    fetching ??= getAuthConfiguration().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  return async (request) => {
    if (SAFE_METHODS.has(request.method)) return request;
    if (readCookie(cookie) === null) await fetchCookie();
    const token = readCookie(cookie);
    if (token !== null) request.headers.set(HEADER, token);
    return request;
  };
}
