import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { retryDelay, shouldRetryQuery } from './retry';

const answer = (status: number, headers: HeadersInit = {}) =>
  ApiError.fromResponse(new Response('', { status, headers }));

describe('a query', () => {
  it.each([502, 503, 504])('is asked again after %i', async (status) => {
    expect(shouldRetryQuery(0, await answer(status))).toBe(true);
  });

  it('is asked again when the network broke', () => {
    expect(shouldRetryQuery(0, ApiError.fromNetwork(new TypeError()))).toBe(true);
  });

  it.each([400, 401, 403, 404, 409, 422, 429, 500])('is not asked again after %i', async (status) => {
    expect(shouldRetryQuery(0, await answer(status))).toBe(false);
  });

  it('is not asked again for a fault of our own', () => {
    expect(shouldRetryQuery(0, new TypeError())).toBe(false);
  });

  it('is given up after two more tries', async () => {
    expect(shouldRetryQuery(2, await answer(503))).toBe(false);
  });

  it('waits as long as the server asks, within reason, and else twice as long each time', async () => {
    expect(retryDelay(0, await answer(503, { 'Retry-After': '3' }))).toBe(3_000);
    expect(retryDelay(0, await answer(503, { 'Retry-After': '3600' }))).toBe(8_000);
    expect([0, 1].map((failures) => retryDelay(failures, null))).toEqual([500, 1_000]);
  });
});
