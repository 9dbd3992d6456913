import { refetchDelay, retryDelay, shouldRetryQuery } from '@app/api-client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** @param onError - called for each query and mutation that failed after its retries */
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
        // Show an error at once while offline. By default a query is paused until the device is online.
        networkMode: 'always',
        refetchOnReconnect: true,
        // Replace an error when the server is back.
        refetchInterval: ({ state }) => (state.status === 'error' ? refetchDelay(state.error) : false),
      },
      // Never retry a write: it may have succeeded although its response was lost.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
