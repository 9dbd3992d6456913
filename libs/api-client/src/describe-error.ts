import { ApiError } from './api-error';
import { lastFailedRequestId } from './last-failure';

/** What an error state shows: what happened, what to do, and the id that finds it in the logs. */
export interface ErrorDescription {
  title: string;
  detail: string;
  requestId: string | null;
}

/** Words for any thrown value; a fault of the page itself gets the id of the last request that failed. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof ApiError) {
    return { title: error.title, detail: error.detail, requestId: error.requestId };
  }
  return {
    title: 'This page broke',
    detail: 'It is a fault of ours. Try again, or reload the page.',
    requestId: lastFailedRequestId(),
  };
}
