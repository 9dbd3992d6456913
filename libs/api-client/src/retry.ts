import { ApiError } from './api-error';

/** The proxy or the API is starting, stopping or overloaded. */
const TEMPORARY_STATUSES = new Set([502, 503, 504]);
const MAX_RETRIES = 2;
const REFETCH_MS = 30_000;

/**
 * Whether to retry a query before its error is shown. Mutations are never retried: a write may have succeeded although its
 * response was lost.
 *
 * @param failures - number of earlier failures
 */
export function shouldRetryQuery(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || !(error instanceof ApiError)) return false;
  // With Retry-After, show the error meanwhile instead of a page that seems to load: refetchDelay.
  if (error.retryAfterSeconds !== null) return false;
  return error.kind === 'network' || TEMPORARY_STATUSES.has(error.status);
}

/** Milliseconds before the next retry: exponential backoff. */
export function retryDelay(failures: number): number {
  return 500 * 2 ** failures;
}

/** Milliseconds after which a query whose error is shown is sent again: `Retry-After` if the server sent it. */
export function refetchDelay(error: unknown): number {
  const retryAfter = error instanceof ApiError ? error.retryAfterSeconds : null;
  return retryAfter === null ? REFETCH_MS : Math.max(1, retryAfter) * 1000;
}
