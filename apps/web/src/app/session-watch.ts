import {
  ApiError,
  expectUser,
  onAnnouncement,
  ownerOf,
  readReauthentication,
  reloadSession,
  sessionQuery,
} from '@app/api-client';
import { removeAllDrafts, toast } from '@app/ui';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { AppRouter } from './router';

const SESSION = hashKey(sessionQuery.queryKey);

/**
 * Follows the session of this browser. A 401 response leads to the sign-in page and back. When the user changes, in
 * this tab or in another one, the cached data and the drafts of the earlier user are removed. A 412 response says that
 * the user has changed.
 */
export function createSessionWatch() {
  let expire: (() => void) | null = null;
  let reload: (() => void) | null = null;
  return {
    onError: (error: Error): void => {
      if (!(error instanceof ApiError)) return;
      // The page asks a user who has to confirm the identity.
      if (error.status === 401 && readReauthentication(error) === null) expire?.();
      if (error.status === 412) {
        // Not a notice in the page, because the page of the earlier user is closed.
        toast(error.detail);
        reload?.();
      }
    },

    /** @returns a function that stops the watch */
    start: (queryClient: QueryClient, router: AppRouter): (() => void) => {
      const currentUser = () => queryClient.getQueryData(sessionQuery.queryKey);
      /**
       * The owner of the data in the cache: undefined before the first user, null after sign-out. It stays when the
       * session expires, because the same user may return.
       */
      let owner: string | null | undefined;
      /** The user for whom the routes were checked. */
      let shown: string | null | undefined;

      expire = () => {
        // Concurrent requests may all fail with 401. Redirect once.
        if (currentUser() === null) return;
        shown = null;
        queryClient.setQueryData(sessionQuery.queryKey, null);
        void router.navigate({
          to: '/sign-in',
          search: { next: router.state.location.href, expired: true },
        });
      };

      reload = () => void reloadSession(queryClient).catch(() => undefined);

      const stopCache = queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (type !== 'updated' || query.queryHash !== SESSION || query.state.status !== 'success') return;
        const user = currentUser() ?? null;
        const next = user && ownerOf(user);
        expectUser(next);
        storeSignedIn(user !== null);
        if (next !== null && next !== owner) {
          // Reset and not remove: a query in use, for example on the system page, has to load again.
          if (owner !== undefined) {
            void queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== SESSION });
          }
          removeAllDrafts(next);
          owner = next;
        }
        // Check the routes again: they redirect, and their context contains the owner.
        if (shown !== undefined && shown !== next) void router.invalidate();
        shown = next;
      });

      const stopChannel = onAnnouncement((change) => {
        if (change === 'signed-out') {
          removeAllDrafts();
          owner = null;
        }
        reload?.();
      });

      return () => {
        stopCache();
        stopChannel();
      };
    },
  };
}

/** Tells vite/first-paint-script.ts whether the next visit probably starts with the start page. */
function storeSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem('signed-in', '');
    else localStorage.removeItem('signed-in');
  } catch {
    // The storage is blocked.
  }
}
