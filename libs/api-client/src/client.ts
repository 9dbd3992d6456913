import type { paths } from '@app/api-types';
import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { csrf } from './csrf';
import { errors } from './errors';
import type { WithApiError } from './typed-errors';

/** The API as this client speaks it: every error is an `ApiError`. */
export type ApiPaths = WithApiError<paths>;

/**
 * Calls to the API, typed by its own document. A call either resolves with `data` or throws an `ApiError`
 * (a cancelled one throws the signal's `AbortError`).
 *
 * The base is the page's own origin: an image is built once and runs at any address.
 */
export const api = createFetchClient<ApiPaths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json, application/problem+json' },
  // Looked up at each call, so that a test or an extension may replace it.
  fetch: (request) => globalThis.fetch(request),
});

// Answers meet the middlewares in reverse order.
api.use(errors, csrf);

/** Query and mutation hooks over `api`; a query that nobody waits for any more is cancelled. */
export const $api = createQueryClient(api);
