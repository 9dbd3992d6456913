import { type AuthenticationResponse, type CurrentUser, type Flow, getSession } from '@app/api-types';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { announce } from './session-channel';

/** The signed-in user, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => (await getSession({ signal })).data.user,
  staleTime: 60_000,
  // The user may have changed in another tab, also through the admin.
  refetchOnWindowFocus: 'always',
});

/** Asks the server again who is signed in. A pending request is cancelled, because its response may be outdated. */
export async function reloadSession(queryClient: QueryClient): Promise<CurrentUser | null> {
  await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey }, { throwOnError: true });
  return queryClient.getQueryData(sessionQuery.queryKey) ?? null;
}

/** Removes the data of the user who has signed out or deleted the account, here and in the other tabs. */
export function clearSession(queryClient: QueryClient): void {
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
  announce('signed-out');
}

/** Identifies the owner of cached data and drafts. */
export function ownerOf(user: CurrentUser): string {
  return String(user.id);
}

/**
 * Returns the ways in which a signed-in user can confirm the identity, if the server requires that for an operation,
 * else null. allauth answers 401 then, as it does without a session.
 */
export function readReauthentication(error: unknown): Flow[] | null {
  if (!(error instanceof ApiError) || error.status !== 401) return null;
  const { data, meta } = (error.body ?? {}) as Partial<AuthenticationResponse>;
  return meta?.is_authenticated ? (data?.flows ?? []) : null;
}
