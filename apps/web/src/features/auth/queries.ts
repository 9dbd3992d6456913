import { ApiError } from '@app/api-client';
import { getSession, signInMutation, signOut, signUpMutation } from '@app/api-types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

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
});

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    ...signInMutation(),
    onSuccess: ({ data }) => {
      queryClient.setQueryData(sessionQuery.queryKey, data.user);
    },
  });
}

/** Creates an account and signs in. */
export function useSignUp() {
  const queryClient = useQueryClient();
  return useMutation({
    ...signUpMutation(),
    onSuccess: ({ data }) => {
      queryClient.setQueryData(sessionQuery.queryKey, data.user);
    },
  });
}

/** Signs out and clears the query cache. */
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
    },
  });
}
