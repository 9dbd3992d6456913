import { client } from '@app/api-types';
import { ApiError } from './api-error';
import { createCsrfInterceptor } from './csrf';
import { recordFailure } from './describe-error';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

const USER_HEADER = 'X-Expected-User';
let expectedUser: string | null = null;

/**
 * Sets the id of the user for whom the page is open, or null. The server refuses requests with 412 while another user is
 * signed in, for example in another tab.
 */
export function expectUser(id: string | null): void {
  expectedUser = id;
}

/**
 * Configures the generated client. After this call every failed request throws an `ApiError`, and a cancelled request
 * throws the signal's `AbortError`. The base URL is the page's own origin, so a build runs at any address.
 *
 * @param csrfCookie - the name of Django's CSRF cookie
 */
export function configureApi({ csrfCookie }: { csrfCookie: string }): void {
  client.setConfig({
    baseUrl: location.origin,
    headers: { Accept: 'application/json, application/problem+json' },
  });
  client.interceptors.request.use((request) => {
    if (expectedUser !== null) request.headers.set(USER_HEADER, expectedUser);
    return request;
  });
  client.interceptors.response.use((response, request) => {
    const sender = request.headers.get(USER_HEADER);
    const isForEarlierUser = sender !== null && expectedUser !== null && sender !== expectedUser;
    // The data of an earlier user must not enter the cache of this user.
    if (isForEarlierUser) throw new DOMException('Another user has signed in.', 'AbortError');
    return response;
  });
  client.interceptors.request.use(createCsrfInterceptor(csrfCookie));
  client.interceptors.error.use((error, response, request) => {
    if (error instanceof ApiError || error instanceof DOMException || request?.signal.aborted) return error;
    // A successful response fails here when its body is cut off.
    const apiError =
      response === undefined || response.ok ? ApiError.fromNetwork(error) : ApiError.fromResponse(response, error);
    recordFailure(apiError);
    return apiError;
  });
}
