import { ApiError, describeError } from '@app/api-client';
import { ErrorState, PageHead, Stop, toast } from '@app/ui';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useNote } from '../api/get-note';
import { BackToNotes } from '../components/back-to-notes';
import { DeleteNote } from '../components/delete-note';
import { NoteEditor } from '../components/note-editor';
import { NoteMissing } from '../components/note-missing';
import { NoteSkeleton } from '../components/note-skeleton';

const route = getRouteApi('/signed-in/notes/$noteId');

export function NotePage() {
  const { noteId } = route.useParams();
  const { user } = route.useRouteContext();
  const owner = String(user.id ?? user.email);
  const navigate = useNavigate();
  const note = useNote(noteId);
  const missing = note.error instanceof ApiError && note.error.status === 404 ? note.error : null;
  return (
    <>
      <title>{`${missing ? 'Note not found' : (note.data?.title ?? 'Note')} · Tandem`}</title>
      <BackToNotes />
      {note.isPending && <NoteSkeleton />}
      {missing && <NoteMissing noteId={noteId} owner={owner} requestId={missing.requestId} />}
      {note.isError && !missing && note.data === undefined && (
        <>
          <PageHead title="Note" />
          <Stop tone="failed" broken>
            <ErrorState {...describeError(note.error)} onRetry={() => void note.refetch()} retrying={note.isFetching} />
          </Stop>
        </>
      )}
      {note.data && !missing && (
        <>
          <h1 tabIndex={-1} className="sr-only">
            {note.data.title}
          </h1>
          <NoteEditor
            key={note.data.id}
            note={note.data}
            owner={owner}
            actions={
              <DeleteNote
                note={note.data}
                owner={owner}
                onDeleted={() => {
                  toast('Note deleted');
                  void navigate({ to: '/notes', replace: true });
                }}
              />
            }
          />
        </>
      )}
    </>
  );
}
