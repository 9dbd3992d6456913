import { $api } from '@app/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { rememberNote } from './remember-note';

export function useCreateNote() {
  const queryClient = useQueryClient();
  return $api.useMutation('post', '/api/notes', {
    onSuccess: (note) => {
      rememberNote(queryClient, note);
    },
  });
}
