import { getLivenessOptions } from '@app/api-types';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { http } from 'msw';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { server } from './testing/server';

afterEach(cleanup);

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
}

it('cancels the request of a query that is no longer used', async () => {
  const states: string[] = [];
  server.use(
    http.get('/api/livez', ({ request }) => {
      states.push('started');
      request.signal.addEventListener('abort', () => states.push('cancelled'));
      return new Promise<never>(() => undefined);
    }),
  );
  const { unmount } = renderHook(() => useQuery(getLivenessOptions()), { wrapper });
  await waitFor(() => {
    expect(states).toEqual(['started']);
  });
  unmount();
  await waitFor(() => {
    expect(states).toEqual(['started', 'cancelled']);
  });
});
