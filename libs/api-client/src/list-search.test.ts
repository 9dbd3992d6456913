import { describe, expect, it } from 'vitest';
import { describePage, describeTotal, MAX_SEARCH_LENGTH, readListSearch } from './list-search';

const SORTS = [{ value: '-updated_at' }, { value: 'title' }] as const;

describe('the search parameters of a list', () => {
  it('are search, sort and page', () => {
    const search = { search: 'shed', sort: 'title', page: 3 };
    expect(readListSearch(search, SORTS)).toEqual(search);
  });

  it('omit defaults', () => {
    expect(readListSearch({ search: '', sort: '-updated_at', page: 1 }, SORTS)).toEqual({});
  });

  it.each([
    [2024, '2024'],
    [true, 'true'],
    [{ a: 1 }, '{"a":1}'],
    ['a\0b', 'ab'],
    ['\0', undefined],
    [undefined, undefined],
  ])('read the search %j as the text %j', (search, text) => {
    expect(readListSearch({ search }, SORTS).search).toBe(text);
  });

  it.each([{ sort: 'password' }, { page: 0 }, { page: -1 }, { page: 1.5 }, { page: 'x' }, { page: 100_001 }])(
    'ignore the invalid value %o',
    (raw) => {
      expect(readListSearch(raw, SORTS)).toEqual({});
    },
  );

  it('shorten a search to the length that the API accepts', () => {
    expect(readListSearch({ search: 'x'.repeat(300) }, SORTS).search).toHaveLength(MAX_SEARCH_LENGTH);
  });
});

it.each([
  [40, '40', 'Page 2 of 2'],
  [41, '41', 'Page 2 of 3'],
  [null, 'More than 1,000', 'Page 2, more than 1,000 notes'],
])('describes the total %j', (total, length, page) => {
  expect(describeTotal(total)).toBe(length);
  expect(describePage({ page: 2, page_size: 20, total }, 'notes')).toBe(page);
});
