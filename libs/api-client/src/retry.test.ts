import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { retryDelay, shouldRetryQuery } from './retry';

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

  it('waits for Retry-After up to a limit, else with exponential backoff', () => {
    expect(retryDelay(0, failure(503, { 'Retry-After': '3' }))).toBe(3_000);
    expect(retryDelay(0, failure(503, { 'Retry-After': '3600' }))).toBe(8_000);
    expect([0, 1].map((failures) => retryDelay(failures, null))).toEqual([500, 1_000]);
  });
});
