import { ApiError, describeError } from '@app/api-client';
import {
  Button,
  draftKey,
  ErrorState,
  FormSkeleton,
  linkLook,
  PageHead,
  PageTitle,
  readDraft,
  removeDraft,
  RequestId,
  Stop,
  toast,
  writeDraft,
} from '@app/ui';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { BackToNotes } from '../components/back-link';
import { DeleteNote } from '../components/delete-note';
import { NoteEditor } from '../components/note-editor';
import { EMPTY_NOTE } from '../note';
import { useNote } from '../queries';

const route = getRouteApi('/signed-in/notes/$noteId');

export function NotePage() {
  const { noteId } = route.useParams();
  const { owner } = route.useRouteContext();
  const navigate = useNavigate();
  const note = useNote(noteId);
  if (note.error instanceof ApiError && note.error.status === 404) {
    return <NoteNotFound noteId={noteId} owner={owner} requestId={note.error.requestId} />;
  }
  return (
    <>
      <BackToNotes />
      {note.isPending && <FormSkeleton label="Loading the note" />}
      {note.isError && note.data === undefined && (
        <>
          <PageHead title="Note" />
          <Stop tone="failed" broken>
            <ErrorState {...describeError(note.error)} onRetry={() => void note.refetch()} retrying={note.isFetching} />
          </Stop>
        </>
      )}
      {note.data && (
        <>
          <PageTitle>{note.data.title}</PageTitle>
          <h1 tabIndex={-1} className="sr-only">
            {note.data.title}
          </h1>
          <NoteEditor
            key={noteId}
            note={note.data}
            owner={owner}
            actions={
              <DeleteNote
                note={note.data}
                onDeleted={() => {
                  removeDraft(draftKey(owner, 'notes', noteId));
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

interface NoteNotFoundProps {
  noteId: string;
  owner: string;
  requestId: string | null;
}

/** The note does not exist or belongs to another user. An unsaved draft can be saved as a new note. */
function NoteNotFound({ noteId, owner, requestId }: NoteNotFoundProps) {
  const navigate = useNavigate();
  const key = draftKey(owner, 'notes', noteId);
  const draft = readDraft(key, EMPTY_NOTE);
  return (
    <>
      <BackToNotes />
      <PageHead title="Note not found" lead="It may have been deleted, or you do not have access to it." />
      <Stop bare broken className="min-h-40">
        {draft && (
          <div className="mb-6">
            <p className="mb-3">This note was deleted. Save it as a new one?</p>
            <Button
              onClick={() => {
                writeDraft(draftKey(owner, 'notes'), { ...draft, version: null });
                removeDraft(key);
                void navigate({ to: '/notes/new' });
              }}
            >
              Continue as a new note
            </Button>
          </div>
        )}
        <p className="mb-4">
          <Link to="/notes" className={linkLook}>
            All notes
          </Link>
        </p>
        <RequestId id={requestId} />
      </Stop>
    </>
  );
}
