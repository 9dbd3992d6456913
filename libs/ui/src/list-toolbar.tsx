import { useId, useState } from 'react';
import { Stop } from './line/stop';
import { SearchField } from './search-field';
import { useDebounced } from './use-debounced';

const TYPING_PAUSE_MS = 250;

export interface ListToolbarProps<Sort extends string> {
  /** The label of the search field. */
  label: string;
  search: string;
  maxSearchLength: number;
  sort: Sort;
  sorts: readonly { value: Sort; label: string }[];
  /** Called when the user stops typing or selects a sort order. */
  onChange: (change: { search: string } | { sort: Sort }) => void;
}

/** Search field and sort order of a list page. */
export function ListToolbar<Sort extends string>(props: ListToolbarProps<Sort>) {
  const { label, search, maxSearchLength, sort, sorts, onChange } = props;
  const sortId = useId();
  const [typed, setTyped] = useState(search);
  const [shown, setShown] = useState(search);
  if (shown !== search) {
    // The address changed by navigation, for example with the back button.
    setShown(search);
    if (typed.trim() !== search) setTyped(search);
  }
  const submitSearch = useDebounced((text: string) => {
    onChange({ search: text.trim() });
  }, TYPING_PAUSE_MS);
  return (
    <Stop bare className="pb-10 print:hidden">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SearchField
          label={label}
          value={typed}
          maxLength={maxSearchLength}
          onValueChange={(text) => {
            setTyped(text);
            submitSearch(text);
          }}
        />
        {/* With the select inside the label, its name would include the text of every option. */}
        <div className="flex items-center gap-2">
          <label htmlFor={sortId} className="text-sm text-ink-soft">
            Sort
          </label>
          <select
            id={sortId}
            value={sort}
            onChange={(event) => {
              onChange({ sort: event.target.value as Sort });
            }}
            className="min-h-11 cursor-pointer rounded-md border-2 border-transparent bg-paper py-1 pr-1 pl-2 text-base font-semibold text-ink hover:bg-sunken"
          >
            {sorts.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      </div>
    </Stop>
  );
}
