import { $api } from '@app/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session';

/** Creates an account and signs in to it. */
export function useSignUp() {
  const queryClient = useQueryClient();
  return $api.useMutation('post', '/api/auth/browser/v1/auth/signup', {
    onSuccess: ({ data }) => {
      queryClient.setQueryData(sessionQuery.queryKey, data.user);
    },
  });
}
