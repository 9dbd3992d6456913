import { readConflict } from '@app/api-client';
import {
  createNoteMutation,
  deleteNoteMutation,
  getNoteOptions,
  getNoteQueryKey,
  listNotesOptions,
  listNotesQueryKey,
  type Note,
  updateNoteMutation,
} from '@app/api-types';
import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NEW_ID } from './note';
import { DEFAULT_SORT, type NotesSearch } from './search-params';

/** One page of the user's notes. The previous page stays until the next one is loaded. */
export function useNotesQuery({ search = '', sort = DEFAULT_SORT, page = 1 }: NotesSearch) {
  return useQuery({ ...listNotesOptions({ query: { search, sort, page } }), placeholderData: keepPreviousData });
}

export function useNoteQuery(noteId: string) {
  return useQuery({ ...getNoteOptions({ path: { note_id: noteId } }), enabled: noteId !== NEW_ID });
}

export function useCreateNote() {
  const queryClient = useQueryClient();
  return useMutation({
    ...createNoteMutation(),
    onSuccess: (saved) => {
      storeNote(queryClient, saved);
    },
  });
}

/** Saves an edit. The request contains the version that was edited, and fails with 409 if a newer one is stored. */
export function useUpdateNote() {
  const queryClient = useQueryClient();
  return useMutation({
    ...updateNoteMutation(),
    onSuccess: (saved) => {
      storeNote(queryClient, saved);
    },
    onError: (error) => {
      const stored = readConflict<Note>(error);
      if (stored) storeNote(queryClient, stored);
    },
  });
}

export function useDeleteNote() {
  const queryClient = useQueryClient();
  return useMutation({
    ...deleteNoteMutation(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listNotesQueryKey() }),
  });
}

function storeNote(queryClient: QueryClient, stored: Note): void {
  queryClient.setQueryData(getNoteQueryKey({ path: { note_id: stored.id } }), stored);
  void queryClient.invalidateQueries({ queryKey: listNotesQueryKey() });
}
