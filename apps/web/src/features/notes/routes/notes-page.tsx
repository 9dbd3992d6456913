import { describeError } from '@app/api-client';
import { buttonLook, ErrorState, linkLook, PageHead, Pagination, PlusIcon, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useNotes } from '../api/list-notes';
import { NoNotes } from '../components/no-notes';
import { NoteStop } from '../components/note-stop';
import { NotesSkeleton } from '../components/notes-skeleton';
import { NotesToolbar } from '../components/notes-toolbar';
import { readNotesSearch } from '../search-params';

const route = getRouteApi('/signed-in/notes');

export function NotesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const notes = useNotes(search);
  return (
    <>
      <title>Notes · Tandem</title>
      <PageHead
        title="Notes"
        actions={
          <Link to="/notes/new" className={buttonLook('main')}>
            <PlusIcon />
            New note
          </Link>
        }
      />
      <NotesToolbar
        search={search}
        onChange={(next) => {
          void navigate({ search: readNotesSearch({ ...next }), replace: true, resetScroll: false });
        }}
      />
      <p role="status" className="sr-only">
        {notes.data && search.search !== undefined && `${String(notes.data.total)} found`}
      </p>
      {notes.isPending && <NotesSkeleton />}
      {notes.isError && (
        <Stop tone="failed" broken>
          <ErrorState
            {...describeError(notes.error)}
            retrying={notes.isFetching}
            onRetry={() => void notes.refetch()}
          />
        </Stop>
      )}
      {notes.isSuccess && notes.data.items.length === 0 && <NoNotes search={search} />}
      {notes.isSuccess && notes.data.items.length > 0 && (
        <>
          <ol aria-busy={notes.isPlaceholderData} className={notes.isPlaceholderData ? 'opacity-60' : ''}>
            {notes.data.items.map((note) => (
              <NoteStop key={note.id} note={note} />
            ))}
          </ol>
          <Stop bare>
            <Pagination
              label="Pages of notes"
              page={notes.data.page}
              pageCount={Math.ceil(notes.data.total / notes.data.page_size)}
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
