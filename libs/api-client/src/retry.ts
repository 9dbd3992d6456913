import { ApiError } from './api-error';

/** The proxy or the API is starting, stopping or overloaded. */
const TEMPORARY_STATUSES = new Set([502, 503, 504]);
const MAX_RETRIES = 2;
const MAX_DELAY_MS = 8_000;

/**
 * Whether to retry a query. Mutations are never retried: a write may have succeeded although its response was lost.
 *
 * @param failures - number of earlier failures
 */
export function shouldRetryQuery(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || !(error instanceof ApiError)) return false;
  return error.kind === 'network' || TEMPORARY_STATUSES.has(error.status);
}

/** Milliseconds before the next attempt: `Retry-After` if the server sent it, else exponential backoff. */
export function retryDelay(failures: number, error: unknown): number {
  const retryAfter = error instanceof ApiError ? error.retryAfterSeconds : null;
  return Math.min(retryAfter === null ? 500 * 2 ** failures : retryAfter * 1000, MAX_DELAY_MS);
}
