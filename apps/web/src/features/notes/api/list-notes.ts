import { $api } from '@app/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DEFAULT_SORT, type NotesSearch } from '../search-params';

/** The address whose answers change when a note does. */
export const NOTES_PATH = '/api/notes';

/** One page of the person's notes. While the next one is on its way, the last one stays. */
export function useNotes({ search = '', sort = DEFAULT_SORT, page = 1 }: NotesSearch) {
  return useQuery({
    ...$api.queryOptions('get', NOTES_PATH, { params: { query: { search, sort, page } } }),
    placeholderData: keepPreviousData,
  });
}
