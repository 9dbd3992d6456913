export { ApiError, type ApiErrorKind } from './api-error';
export { $api, api, type ApiPaths } from './client';
export { describeError, type ErrorDescription } from './describe-error';
export { lastFailedRequestId } from './last-failure';
export { retryDelay, shouldRetryQuery } from './retry';
