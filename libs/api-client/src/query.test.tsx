import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { $api } from './client';
import { server } from './testing/server';

afterEach(cleanup);

function wrapper({ children }: { children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

it('gives a query’s data by the API’s own types', async () => {
  server.use(http.get('/api/livez', () => HttpResponse.json({ request_id: 'a1' })));
  const { result } = renderHook(() => $api.useQuery('get', '/api/livez'), { wrapper });
  await waitFor(() => {
    expect(result.current.data?.request_id).toBe('a1');
  });
});

it('gives a query’s failure as one typed error', async () => {
  server.use(http.get('/api/livez', () => HttpResponse.json({ detail: 'It broke.' }, { status: 500 })));
  const { result } = renderHook(() => $api.useQuery('get', '/api/livez'), { wrapper });
  await waitFor(() => {
    expect(result.current.error?.detail).toBe('It broke.');
  });
});

it('cancels a request that nobody waits for any more', async () => {
  let cancelled = false;
  let asked = false;
  server.use(
    http.get('/api/livez', ({ request }) => {
      asked = true;
      request.signal.addEventListener('abort', () => {
        cancelled = true;
      });
      return new Promise<never>(() => undefined);
    }),
  );
  const { unmount } = renderHook(() => $api.useQuery('get', '/api/livez'), { wrapper });
  await waitFor(() => {
    expect(asked).toBe(true);
  });
  unmount();
  await waitFor(() => {
    expect(cancelled).toBe(true);
  });
});
