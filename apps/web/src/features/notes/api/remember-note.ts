import type { QueryClient } from '@tanstack/react-query';
import type { Note } from '../note';
import { noteQuery } from './get-note';
import { NOTES_PATH } from './list-notes';

/** Puts what the server stored into the cache, and has every list asked for again. */
export function rememberNote(queryClient: QueryClient, note: Note): void {
  queryClient.setQueryData(noteQuery(note.id).queryKey, note);
  void queryClient.invalidateQueries({ queryKey: ['get', NOTES_PATH] });
}
