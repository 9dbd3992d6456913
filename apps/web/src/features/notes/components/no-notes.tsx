import { EmptyState, linkLook, Stop } from '@app/ui';
import { Link } from '@tanstack/react-router';
import type { NotesSearch } from '../search-params';

/** Why the list is empty, and the way on. */
export function NoNotes({ search }: { search: NotesSearch }) {
  return (
    <Stop tone="line">
      {search.search !== undefined ? (
        <EmptyState
          title="Nothing found"
          action={
            <Link to="/notes" className={linkLook}>
              Show all notes
            </Link>
          }
        >
          No note has “{search.search}” in its title or text.
        </EmptyState>
      ) : search.page !== undefined ? (
        <EmptyState
          title="No more notes here"
          action={
            <Link to="/notes" className={linkLook}>
              To the first page
            </Link>
          }
        >
          This page is past the last one.
        </EmptyState>
      ) : (
        <EmptyState title="Nothing written yet">Your first note will be the first stop on this line.</EmptyState>
      )}
    </Stop>
  );
}
