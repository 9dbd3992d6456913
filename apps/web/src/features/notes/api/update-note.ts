import { $api } from '@app/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { conflictingNote } from '../note';
import { rememberNote } from './remember-note';

/** Saves an edit that names the version it began from; fails with 409 when that is no longer the stored one. */
export function useUpdateNote() {
  const queryClient = useQueryClient();
  return $api.useMutation('put', '/api/notes/{note_id}', {
    onSuccess: (note) => {
      rememberNote(queryClient, note);
    },
    onError: (error) => {
      // The refusal brings the note as it is stored now.
      const stored = conflictingNote(error);
      if (stored) rememberNote(queryClient, stored);
    },
  });
}
