import { ApiError } from './api-error';

/** Answers that a moment's wait may mend: the proxy or the API is starting, stopping or too busy. */
const PASSING = new Set([502, 503, 504]);
const MAX_RETRIES = 2;
const LONGEST_WAIT_MS = 8_000;

/**
 * For queries alone: a read can be asked twice, a write may have happened though its answer was lost.
 *
 * @param failures - how often it failed before this time
 */
export function shouldRetryQuery(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || !(error instanceof ApiError)) return false;
  return error.kind === 'network' || PASSING.has(error.status);
}

/** Milliseconds before the next try: what the server asked for, or twice as long each time. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : null;
  return Math.min(asked === null ? 500 * 2 ** failures : asked * 1000, LONGEST_WAIT_MS);
}
