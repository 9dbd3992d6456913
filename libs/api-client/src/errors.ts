import type { Middleware } from 'openapi-fetch';
import { ApiError } from './api-error';
import { rememberFailure } from './last-failure';

/** Turns every failure into one thrown type; a request that was cancelled stays what it is. */
export const errors: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return undefined;
    const error = await ApiError.fromResponse(response);
    rememberFailure(error);
    throw error;
  },
  onError({ error, request }) {
    if (request.signal.aborted) return undefined;
    return ApiError.fromNetwork(error);
  },
};
