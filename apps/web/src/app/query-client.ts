import { retryDelay, shouldRetryQuery } from '@app/api-client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/**
 * The cache of what the server said: the one place where server state lives.
 *
 * @param onError - told of every query and mutation that failed, after its retries
 */
export function createQueryClient(onError: (error: Error) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError: (error) => {
        onError(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: shouldRetryQuery,
        retryDelay,
        // Without a network a call fails at once and says so; the default would wait in silence.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      // A write is never sent twice: its answer may have been lost after it was done.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
