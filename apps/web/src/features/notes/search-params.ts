/** Orders of the list, as the API names them; a minus puts the last first. */
export const SORTS = [
  { value: '-updated_at', label: 'Last changed' },
  { value: '-created_at', label: 'Newest' },
  { value: 'created_at', label: 'Oldest' },
  { value: 'title', label: 'Title, A to Z' },
  { value: '-title', label: 'Title, Z to A' },
] as const;

export type Sort = (typeof SORTS)[number]['value'];
export const DEFAULT_SORT: Sort = '-updated_at';

/** The API's own limit. */
export const MAX_SEARCH_LENGTH = 200;
const MAX_PAGE = 100_000;

/** What the list's address says; what is missing has its default, so that the plain list has the plain address. */
export interface NotesSearch {
  search?: string | undefined;
  sort?: Sort | undefined;
  page?: number | undefined;
}

/**
 * Reads the address; what makes no sense there is undefined, and not left out: the router lays what is read over what the
 * address says.
 */
export function readNotesSearch(raw: Record<string, unknown>): NotesSearch {
  // A search for 2024 arrives as a number.
  const search = typeof raw.search === 'number' ? String(raw.search) : raw.search;
  const sort = SORTS.find(({ value }) => value === raw.sort)?.value;
  const page = Number(raw.page);
  const isPage = Number.isInteger(page) && page > 1 && page <= MAX_PAGE;
  return {
    search: typeof search === 'string' && search !== '' ? search.slice(0, MAX_SEARCH_LENGTH) : undefined,
    sort: sort === DEFAULT_SORT ? undefined : sort,
    page: isPage ? page : undefined,
  };
}
