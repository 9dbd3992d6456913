import { $api } from '@app/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { NOTES_PATH } from './list-notes';

export function useDeleteNote() {
  const queryClient = useQueryClient();
  return $api.useMutation('delete', '/api/notes/{note_id}', {
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['get', NOTES_PATH] });
    },
  });
}
