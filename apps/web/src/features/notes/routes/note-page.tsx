import { ApiError, describeError } from '@app/api-client';
import type { Note } from '@app/api-types';
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
import { useState } from 'react';
import { BackToNotes, useListSearch } from '../components/back-link';
import { DeleteNote } from '../components/delete-note';
import { NoteEditor } from '../components/note-editor';
import { EMPTY_NOTE, NEW_ID } from '../note';
import { useNote } from '../queries';

const route = getRouteApi('/signed-in/notes/$noteId');

export function NotePage() {
  const { noteId } = route.useParams();
  const { owner } = route.useRouteContext();
  const navigate = useNavigate();
  const listSearch = useListSearch();
  const note = useNote(noteId);
  /** The note that was created on this page. Its form stays, with the caret and the scroll position. */
  const [createdHere, setCreated] = useState<Note | null>(null);
  const isNew = noteId === NEW_ID;
  const stored = isNew ? createdHere : note.data;
  const pageHeading = stored?.title ?? 'New note';

  function replaceAddress({ id }: Pick<Note, 'id'>): void {
    void navigate({
      to: '/notes/$noteId',
      params: { noteId: id },
      state: true,
      replace: true,
      resetScroll: false,
    });
  }

  if (!isNew && note.error instanceof ApiError && note.error.status === 404) {
    return (
      <NoteNotFound
        noteId={noteId}
        owner={owner}
        requestId={note.error.requestId}
        onContinue={() => {
          setCreated(null);
          replaceAddress({ id: NEW_ID });
        }}
      />
    );
  }
  return (
    <>
      <BackToNotes />
      {!isNew && note.isPending && <FormSkeleton label="Loading the note" />}
      {note.isError && note.data === undefined && (
        <>
          <PageHead title="Note" />
          <Stop tone="failed" broken>
            <ErrorState {...describeError(note.error)} onRetry={() => void note.refetch()} retrying={note.isFetching} />
          </Stop>
        </>
      )}
      {stored !== undefined && (
        <>
          <PageTitle>{pageHeading}</PageTitle>
          <h1 tabIndex={-1} className="sr-only">
            {pageHeading}
          </h1>
          <NoteEditor
            key={noteId === createdHere?.id ? NEW_ID : noteId}
            note={stored}
            owner={owner}
            onSaved={(saved) => {
              if (!isNew) return;
              setCreated(saved);
              replaceAddress(saved);
            }}
            actions={
              stored && (
                <DeleteNote
                  note={stored}
                  onDeleted={() => {
                    removeDraft(draftKey(owner, 'notes', stored.id));
                    toast('Note deleted');
                    void navigate({ to: '/notes', search: listSearch, replace: true });
                  }}
                />
              )
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
  onContinue: () => void;
}

/** The note does not exist or belongs to another user. An unsaved draft can be saved as a new note. */
function NoteNotFound({ noteId, owner, requestId, onContinue }: NoteNotFoundProps) {
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
                onContinue();
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
