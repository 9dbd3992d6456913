import { describe, expect, it } from 'vitest';
import { MAX_SEARCH_LENGTH, readListSearch } from './list-search';

const SORTS = [{ value: '-updated_at' }, { value: 'title' }] as const;

describe('the search parameters of a list', () => {
  it('are search, sort and page', () => {
    const search = { search: 'shed', sort: 'title', page: 3 };
    expect(readListSearch(search, SORTS)).toEqual(search);
  });

  it('omit defaults', () => {
    expect(readListSearch({ search: '', sort: '-updated_at', page: 1 }, SORTS)).toEqual({});
  });

  it('accept a search for a number', () => {
    expect(readListSearch({ search: 2024 }, SORTS)).toEqual({ search: '2024' });
  });

  it.each([
    { sort: 'password' },
    { page: 0 },
    { page: -1 },
    { page: 1.5 },
    { page: 'x' },
    { page: 100_001 },
    { search: {} },
  ])('ignore the invalid value %o', (raw) => {
    expect(readListSearch(raw, SORTS)).toEqual({});
  });

  it('shorten a search to the length that the API accepts', () => {
    expect(readListSearch({ search: 'x'.repeat(300) }, SORTS).search).toHaveLength(MAX_SEARCH_LENGTH);
  });
});
