import { ApiError } from '@app/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../features/auth/api/session';
import type { AppRouter } from './router';

/** Leads to the sign-in page when an answer says that the session has ended, and back afterwards. */
export function createSessionWatch() {
  let expire: (() => void) | null = null;
  return {
    onError: (error: Error): void => {
      if (error instanceof ApiError && error.status === 401) expire?.();
    },
    start: (queryClient: QueryClient, router: AppRouter): void => {
      expire = () => {
        // Several answers may say so at once: the first one leads away.
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
