import type { ApiError } from './api-error';

let lastRequestId: string | null = null;

/** Keeps the id of a failed request for an error that has none of its own. */
export function rememberFailure(error: ApiError): void {
  if (error.requestId !== null) lastRequestId = error.requestId;
}

/** The id of the last request that failed since the page was loaded, or null. */
export function lastFailedRequestId(): string | null {
  return lastRequestId;
}
