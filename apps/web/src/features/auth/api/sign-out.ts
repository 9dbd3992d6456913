import { api, ApiError } from '@app/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session';

/** Ends the session, and forgets what was read in it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await api.DELETE('/api/auth/browser/v1/auth/session');
      } catch (error) {
        // allauth's word for "you are signed out now".
        if (!(error instanceof ApiError && error.status === 401)) throw error;
      }
    },
    onSuccess: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
