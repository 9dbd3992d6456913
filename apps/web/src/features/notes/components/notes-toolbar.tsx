import { SearchField, SelectField, Stop, useDebounced } from '@app/ui';
import { useState } from 'react';
import { DEFAULT_SORT, MAX_SEARCH_LENGTH, type NotesSearch, type Sort, SORTS } from '../search-params';

const TYPING_PAUSE_MS = 250;

export interface NotesToolbarProps {
  search: NotesSearch;
  onChange: (search: NotesSearch) => void;
}

/** Search and order. The address follows a moment after the last key; the field itself never waits. */
export function NotesToolbar({ search, onChange }: NotesToolbarProps) {
  const [typed, setTyped] = useState(search.search ?? '');
  const [shown, setShown] = useState(search.search ?? '');
  if (shown !== (search.search ?? '')) {
    // The address changed by itself (back, forward, a link): the field follows it.
    setShown(search.search ?? '');
    if (typed.trim() !== (search.search ?? '')) setTyped(search.search ?? '');
  }
  const settle = useDebounced((text: string) => {
    onChange({ ...search, search: text.trim(), page: 1 });
  }, TYPING_PAUSE_MS);
  return (
    <Stop bare className="pb-10">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SearchField
          label="Search notes"
          value={typed}
          maxLength={MAX_SEARCH_LENGTH}
          onValueChange={(text) => {
            setTyped(text);
            settle(text);
          }}
        />
        <SelectField
          label="Sort"
          options={SORTS}
          value={search.sort ?? DEFAULT_SORT}
          onValueChange={(sort) => {
            onChange({ ...search, sort: sort as Sort, page: 1 });
          }}
        />
      </div>
    </Stop>
  );
}
