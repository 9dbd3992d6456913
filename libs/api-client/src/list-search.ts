/** Limits of the API's list endpoints. */
export const MAX_SEARCH_LENGTH = 200;
const MAX_PAGE = 100_000;

/** Search parameters of a list page. Defaults are undefined, so that the plain list has the plain address. */
export interface ListSearch<Sort extends string = string> {
  search?: string | undefined;
  sort?: Sort | undefined;
  page?: number | undefined;
}

/**
 * Reads the search parameters of a list page and ignores invalid ones. The result has every key, because the router
 * merges it over the raw parameters.
 *
 * @param sorts - the list's sort orders, the default first
 */
export function readListSearch<Sort extends string>(
  raw: Record<string, unknown>,
  sorts: readonly { value: Sort }[],
): ListSearch<Sort> {
  // The router parses what is JSON: "2024" as a number, "true" as a boolean. The API accepts no null characters.
  const text = typeof raw.search === 'string' ? raw.search : JSON.stringify(raw.search ?? '').replace('""', '');
  const search = text.replaceAll('\0', '').slice(0, MAX_SEARCH_LENGTH);
  const sort = sorts.find(({ value }) => value === raw.sort)?.value;
  const page = Number(raw.page);
  return {
    search: search === '' ? undefined : search,
    sort: sort === sorts[0]?.value ? undefined : sort,
    page: Number.isInteger(page) && page > 1 && page <= MAX_PAGE ? page : undefined,
  };
}

/** Describes the length of a list. The API counts up to 1,000 and omits the total of a longer one. */
export function describeTotal(total: number | null): string {
  return total === null ? 'More than 1,000' : String(total);
}

/** Describes where a page is, for example `Page 2 of 3`. */
export function describePage(list: { page: number; page_size: number; total: number | null }, plural: string): string {
  const page = `Page ${String(list.page)}`;
  if (list.total === null) return `${page}, more than 1,000 ${plural}`;
  return `${page} of ${String(Math.ceil(list.total / list.page_size))}`;
}
