import { BackIcon, Stop } from '@app/ui';
import { Link, useLocation } from '@tanstack/react-router';
import { type NotesSearch, readNotesSearch } from '../search-params';

/** The search parameters of the list from which the user came. */
export function useListSearch(): NotesSearch {
  const { state } = useLocation();
  return readNotesSearch({ ...state.listSearch });
}

export function BackToNotes() {
  return (
    <Stop bare className="pb-6 print:hidden">
      <Link
        to="/notes"
        search={useListSearch()}
        className="-ml-1 inline-flex min-h-11 items-center gap-2 justify-self-start rounded-sm pr-2 font-semibold text-ink-soft hover:text-ink"
      >
        <BackIcon />
        All notes
      </Link>
    </Stop>
  );
}
