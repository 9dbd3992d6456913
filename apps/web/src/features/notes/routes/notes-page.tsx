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
import { useNotesQuery } from '../queries';
import { DEFAULT_SORT, type NotesSearch, readNotesSearch, SORTS } from '../search-params';

const route = getRouteApi('/signed-in/notes');

export function NotesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useNotesQuery(search);
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
        {query.data && search.search !== undefined && `${describeTotal(query.data.total)} found`}
      </p>
      {query.isPending && <ListSkeleton label="Loading your notes" />}
      {query.isError && (
        <Stop tone="failed" broken>
          <ErrorState
            {...describeError(query.error)}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        </Stop>
      )}
      {query.isSuccess && query.data.items.length === 0 && <NoNotes search={search} total={query.data.total} />}
      {query.isSuccess && query.data.items.length > 0 && (
        <>
          <ol aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : ''}>
            {query.data.items.map((stored) => (
              <NoteItem key={stored.id} stored={stored} />
            ))}
          </ol>
          <Stop bare>
            <Pagination
              label="Pages of notes"
              page={query.data.page}
              hasNext={query.data.has_next}
              position={describePage(query.data, 'notes')}
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
