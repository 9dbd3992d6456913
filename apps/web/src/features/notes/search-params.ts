import { type ListSearch, readListSearch } from '@app/api-client';

/** Sort orders of the API, the default first. */
export const SORTS = [
  { value: '-updated_at', label: 'Last changed' },
  { value: '-created_at', label: 'Newest' },
  { value: 'created_at', label: 'Oldest' },
  { value: 'title', label: 'Title, A to Z' },
  { value: '-title', label: 'Title, Z to A' },
] as const;

export const DEFAULT_SORT = SORTS[0].value;

export type NotesSearch = ListSearch<(typeof SORTS)[number]['value']>;

export function readNotesSearch(raw: Record<string, unknown>): NotesSearch {
  return readListSearch(raw, SORTS);
}
