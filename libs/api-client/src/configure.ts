import { client } from '@app/api-types';
import { ApiError } from './api-error';
import { createCsrfInterceptor } from './csrf';
import { recordFailure } from './describe-error';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
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
  client.interceptors.request.use(createCsrfInterceptor(csrfCookie));
  client.interceptors.error.use((error, response, request) => {
    if (error instanceof ApiError || request?.signal.aborted) return error;
    // A successful response fails here when its body is cut off.
    const apiError =
      response === undefined || response.ok ? ApiError.fromNetwork(error) : ApiError.fromResponse(response, error);
    recordFailure(apiError);
    return apiError;
  });
}
