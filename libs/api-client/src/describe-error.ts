import { ApiError } from './api-error';

/** The text of an error message: what failed, what to do, and the id of the request for support. */
export interface ErrorDescription {
  title: string;
  detail: string;
  requestId: string | null;
}

let lastRequestId: string | null = null;

/** Remembers the id of a failed request for a later error that has none. */
export function recordFailure(error: ApiError): void {
  lastRequestId = error.requestId ?? lastRequestId;
}

/** Describes any thrown value. An error in the page's own code gets the id of the last failed request. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof ApiError) {
    return { title: error.title, detail: error.detail, requestId: error.requestId };
  }
  return {
    title: 'Something went wrong on our side',
    detail: 'Try again, or reload the page.',
    requestId: lastRequestId,
  };
}
