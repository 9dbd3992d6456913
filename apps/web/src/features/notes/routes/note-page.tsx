import { ApiError, describeError } from '@tandem/api-client';
import { ErrorState, PageHead, Stop, toast } from '@tandem/ui';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useNote } from '../api/get-note';
import { BackToNotes } from '../components/back-to-notes';
import { DeleteNote } from '../components/delete-note';
import { NoteEditor } from '../components/note-editor';
import { NoteSkeleton } from '../components/note-skeleton';

const route = getRouteApi('/signed-in/notes/$noteId');

export function NotePage() {
  const { noteId } = route.useParams();
  const { user } = route.useRouteContext();
  const navigate = useNavigate();
  const note = useNote(noteId);
  const missing = note.error instanceof ApiError && note.error.status === 404;
  return (
    <>
      <title>{`${note.data?.title ?? (missing ? 'Note not found' : 'Note')} · Tandem`}</title>
      <BackToNotes />
      {note.isPending && <NoteSkeleton />}
      {note.isError && note.data === undefined && (
        <>
          <PageHead title={missing ? 'Note not found' : 'Note'} />
          <Stop tone="failed" broken>
            <ErrorState
              {...describeError(note.error)}
              {...(missing ? {} : { onRetry: () => void note.refetch(), retrying: note.isFetching })}
            />
          </Stop>
        </>
      )}
      {note.data && (
        <>
          <PageHead title={note.data.title} />
          <NoteEditor
            key={note.data.id}
            note={note.data}
            owner={String(user.id ?? user.email)}
            onSaved={() => {
              toast('Note saved');
            }}
            actions={
              <DeleteNote
                note={note.data}
                owner={String(user.id ?? user.email)}
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
