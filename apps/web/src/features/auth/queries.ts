import { ApiError } from '@app/api-client';
import {
  type AuthenticatedResponse,
  getSession,
  type Login,
  signIn,
  signOut,
  type Signup,
  signUp,
  type User,
} from '@app/api-types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from './session-channel';

/** allauth answers 401 without a session, and 410 if the session was ended elsewhere. */
const SIGNED_OUT = new Set([401, 410]);

/** The signed-in user, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    try {
      const { data } = await getSession({ signal });
      return data.data.user;
    } catch (error) {
      if (error instanceof ApiError && SIGNED_OUT.has(error.status)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
  // The user may have changed in another tab, also through the admin.
  refetchOnWindowFocus: 'always',
});

/** Identifies the owner of cached data and drafts. */
export function ownerOf(user: User): string {
  return String(user.id ?? user.email);
}

export function useSignIn() {
  return useStartSession((credentials: { body: Login }) => signIn(credentials));
}

/** Creates an account and signs in. */
export function useSignUp() {
  return useStartSession((credentials: { body: Signup }) => signUp(credentials));
}

/** If another tab has signed in meanwhile, allauth answers 409, and the session of that tab is used. */
function useStartSession<Credentials>(
  start: (credentials: { body: Credentials }) => Promise<{ data: AuthenticatedResponse }>,
) {
  const queryClient = useQueryClient();
  return useMutation<User, ApiError, { body: Credentials }>({
    mutationFn: async (credentials) => {
      try {
        return (await start(credentials)).data.data.user;
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 409)) throw error;
        const user = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
        if (user === null) throw error;
        return user;
      }
    },
    onSuccess: (user) => {
      queryClient.setQueryData(sessionQuery.queryKey, user);
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
