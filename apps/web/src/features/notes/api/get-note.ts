import { $api } from '@app/api-client';
import { useQuery } from '@tanstack/react-query';

/** One note, and where the cache keeps it. */
export function noteQuery(noteId: string) {
  return $api.queryOptions('get', '/api/notes/{note_id}', { params: { path: { note_id: noteId } } });
}

export function useNote(noteId: string) {
  return useQuery(noteQuery(noteId));
}
