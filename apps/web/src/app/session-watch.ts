import { ApiError } from '@app/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../features/auth/queries';
import type { AppRouter } from './router';

/** Redirects to the sign-in page on a 401 response and returns to the current page after sign-in. */
export function createSessionWatch() {
  let expire: (() => void) | null = null;
  return {
    onError: (error: Error): void => {
      if (error instanceof ApiError && error.status === 401) expire?.();
    },
    start: (queryClient: QueryClient, router: AppRouter): void => {
      expire = () => {
        // Concurrent requests may all fail with 401. Redirect once.
        if (queryClient.getQueryData(sessionQuery.queryKey) === null) return;
        queryClient.setQueryData(sessionQuery.queryKey, null);
        void router.navigate({
          to: '/sign-in',
          search: { next: router.state.location.href, expired: true },
        });
      };
    },
  };
}
