import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { refetchDelay, retryDelay, shouldRetryQuery } from './retry';

const failure = (status: number, headers: HeadersInit = {}) =>
  ApiError.fromResponse(new Response('', { status, headers }), '');

describe('a failed query', () => {
  it.each([502, 503, 504])('is retried after %i', (status) => {
    expect(shouldRetryQuery(0, failure(status))).toBe(true);
  });

  it('is retried after a network error', () => {
    expect(shouldRetryQuery(0, ApiError.fromNetwork(new TypeError()))).toBe(true);
  });

  it.each([400, 401, 403, 404, 409, 422, 429, 500])('is not retried after %i', (status) => {
    expect(shouldRetryQuery(0, failure(status))).toBe(false);
  });

  it('is not retried after an error in the page’s code', () => {
    expect(shouldRetryQuery(0, new TypeError())).toBe(false);
  });

  it('is retried at most twice', () => {
    expect(shouldRetryQuery(2, failure(503))).toBe(false);
  });

  it('is retried with exponential backoff', () => {
    expect([0, 1].map(retryDelay)).toEqual([500, 1_000]);
  });

  it('shows an error with Retry-After at once, and is sent again after that time', () => {
    const error = failure(502, { 'Retry-After': '5' });
    expect(shouldRetryQuery(0, error)).toBe(false);
    expect([error, failure(429, { 'Retry-After': '0' }), failure(500)].map(refetchDelay)).toEqual([
      5_000, 1_000, 30_000,
    ]);
  });
});
