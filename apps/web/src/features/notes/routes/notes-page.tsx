import { describeError, describePage, describeTotal, MAX_SEARCH_LENGTH } from '@app/api-client';
import {
  buttonLook,
  EmptyState,
  ErrorState,
  linkLook,
  ListSkeleton,
  ListToolbar,
  PageHead,
  Pagination,
  PlusIcon,
  Stop,
} from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NoteItem } from '../components/note-item';
import { NEW_ID } from '../note';
import { useNotes } from '../queries';
import { DEFAULT_SORT, type NotesSearch, readNotesSearch, SORTS } from '../search-params';

const route = getRouteApi('/signed-in/notes');

export function NotesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const notes = useNotes(search);
  return (
    <>
      <PageHead
        title="Notes"
        actions={
          <Link
            to="/notes/$noteId"
            params={{ noteId: NEW_ID }}
            state={{ listSearch: search }}
            className={buttonLook('main')}
          >
            <PlusIcon />
            New note
          </Link>
        }
      />
      <ListToolbar
        label="Search notes"
        search={search.search ?? ''}
        maxSearchLength={MAX_SEARCH_LENGTH}
        sort={search.sort ?? DEFAULT_SORT}
        sorts={SORTS}
        onChange={(change) => {
          const next = readNotesSearch({ ...search, ...change, page: 1 });
          void navigate({ search: next, replace: true, resetScroll: false });
        }}
      />
      <p role="status" className="sr-only">
        {notes.data && search.search !== undefined && `${describeTotal(notes.data.total)} found`}
      </p>
      {notes.isPending && <ListSkeleton label="Loading your notes" />}
      {notes.isError && (
        <Stop tone="failed" broken>
          <ErrorState
            {...describeError(notes.error)}
            retrying={notes.isFetching}
            onRetry={() => void notes.refetch()}
          />
        </Stop>
      )}
      {notes.isSuccess && notes.data.items.length === 0 && <NoNotes search={search} total={notes.data.total} />}
      {notes.isSuccess && notes.data.items.length > 0 && (
        <>
          <ol aria-busy={notes.isPlaceholderData} className={notes.isPlaceholderData ? 'opacity-60' : ''}>
            {notes.data.items.map((note) => (
              <NoteItem key={note.id} note={note} />
            ))}
          </ol>
          <Stop bare>
            <Pagination
              label="Pages of notes"
              page={notes.data.page}
              hasNext={notes.data.has_next}
              position={describePage(notes.data, 'notes')}
              renderLink={(page, text) => (
                <Link to="/notes" search={{ ...search, page }} className={linkLook}>
                  {text}
                </Link>
              )}
            />
          </Stop>
        </>
      )}
    </>
  );
}

function NoNotes({ search, total }: { search: NotesSearch; total: number | null }) {
  if (total !== 0) {
    return (
      <Stop tone="line">
        <EmptyState
          title="No more notes"
          action={
            <Link to="/notes" search={{ ...search, page: undefined }} className={linkLook}>
              First page
            </Link>
          }
        >
          This page is after the last one.
        </EmptyState>
      </Stop>
    );
  }
  if (search.search === undefined) {
    return (
      <Stop tone="line">
        <EmptyState title="No notes yet">Create your first note.</EmptyState>
      </Stop>
    );
  }
  return (
    <Stop tone="line">
      <EmptyState
        title="No notes found"
        action={
          <Link to="/notes" className={linkLook}>
            Show all notes
          </Link>
        }
      >
        {`No note contains “${search.search}”.`}
      </EmptyState>
    </Stop>
  );
}
