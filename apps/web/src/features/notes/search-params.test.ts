import { describe, expect, it } from 'vitest';
import { MAX_SEARCH_LENGTH, readNotesSearch } from './search-params';

describe('the address of the list', () => {
  it('is read into search, sort and page', () => {
    expect(readNotesSearch({ search: 'shed', sort: 'title', page: 3 })).toEqual({
      search: 'shed',
      sort: 'title',
      page: 3,
    });
  });

  it('leaves out what is the default, so that the plain list has the plain address', () => {
    expect(readNotesSearch({ search: '', sort: '-updated_at', page: 1 })).toEqual({});
  });

  it('searches for a number that was typed', () => {
    expect(readNotesSearch({ search: 2024 })).toEqual({ search: '2024' });
  });

  it.each([
    { sort: 'password' },
    { page: 0 },
    { page: -1 },
    { page: 1.5 },
    { page: 'x' },
    { page: 100_001 },
    { search: { a: 1 } },
  ])('ignores what makes no sense: %o', (raw) => {
    expect(readNotesSearch(raw)).toEqual({});
  });

  it('cuts a search that the API would refuse', () => {
    expect(readNotesSearch({ search: 'x'.repeat(300) }).search).toHaveLength(MAX_SEARCH_LENGTH);
  });
});
