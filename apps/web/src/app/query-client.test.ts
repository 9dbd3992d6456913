import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from './query-client';

afterEach(() => {
  vi.useRealTimers();
});

it('replaces an error while it is shown, when the server is back', async () => {
  vi.useFakeTimers();
  const queryFn = vi.fn(() => Promise.resolve('list')).mockRejectedValueOnce(new Error('It broke.'));
  const observer = new QueryObserver(createQueryClient(vi.fn()), { queryKey: ['list'], queryFn });
  const stop = observer.subscribe(vi.fn());
  await vi.advanceTimersByTimeAsync(1000);
  expect(observer.getCurrentResult().status).toBe('error');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(observer.getCurrentResult().data).toBe('list');
  expect(queryFn).toHaveBeenCalledTimes(2);
  stop();
});
