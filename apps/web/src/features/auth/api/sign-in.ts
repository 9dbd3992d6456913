import { $api } from '@app/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session';

/** Signs in with e-mail and password. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return $api.useMutation('post', '/api/auth/browser/v1/auth/login', {
    onSuccess: ({ data }) => {
      queryClient.setQueryData(sessionQuery.queryKey, data.user);
    },
  });
}
