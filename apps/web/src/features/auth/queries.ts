import { ApiError } from '@app/api-client';
import { type CurrentUser, getSession, type Login, signIn, signOut, type Signup, signUp } from '@app/api-types';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

/** Identifies the owner of cached data and drafts. */
export function ownerOf(user: CurrentUser): string {
  return String(user.id);
}

export function useSignIn() {
  return useStartSession((credentials: { body: Login }) => signIn(credentials));
}

/** Creates an account and signs in. */
export function useSignUp() {
  return useStartSession((credentials: { body: Signup }) => signUp(credentials));
}

/** If another tab has signed in meanwhile, allauth answers 409, and the session of that tab is used. */
function useStartSession<Credentials>(start: (credentials: { body: Credentials }) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation<unknown, ApiError, { body: Credentials }>({
    mutationFn: async (credentials) => {
      try {
        await start(credentials);
      } catch (error) {
        const isConflict = error instanceof ApiError && error.status === 409;
        if (!isConflict || (await reloadSession(queryClient)) === null) throw error;
        return;
      }
      await reloadSession(queryClient);
    },
    onSuccess: () => {
      announce('signed-in');
    },
  });
}

/** Signs out. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await signOut();
      } catch (error) {
        // allauth answers 401 after signing out.
        if (!(error instanceof ApiError && error.status === 401)) throw error;
      }
    },
    onSuccess: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      announce('signed-out');
    },
  });
}
