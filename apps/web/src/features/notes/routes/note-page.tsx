import { ApiError, describeError } from '@app/api-client';
import type { Note } from '@app/api-types';
import { draftKey, ErrorState, FormSkeleton, PageHead, removeDraft, Stop, toast } from '@app/ui';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { BackToNotes, useListSearch } from '../components/back-link';
import { DeleteNote } from '../components/delete-note';
import { NoteEditor } from '../components/note-editor';
import { NEW_ID } from '../note';
import { useNoteQuery } from '../queries';

const route = getRouteApi('/signed-in/notes/$noteId');

export function NotePage() {
  const { noteId } = route.useParams();
  const { owner } = route.useRouteContext();
  const navigate = useNavigate();
  const listSearch = useListSearch();
  const query = useNoteQuery(noteId);
  /** The note that was created on this page. Its form stays, with the caret and the scroll position. */
  const [createdHere, setCreated] = useState<{ saved: Note; formKey: string } | null>(null);
  const formKey = noteId === createdHere?.saved.id ? createdHere.formKey : noteId;
  const isNew = noteId === NEW_ID;
  const missingError = query.error instanceof ApiError && query.error.status === 404 ? query.error : null;
  const savedHere = noteId === createdHere?.formKey ? createdHere.saved : undefined;
  const stored = query.data ?? savedHere ?? (isNew || missingError ? null : undefined);

  return (
    <>
      <BackToNotes />
      {!isNew && query.isPending && <FormSkeleton label="Loading the note" />}
      {query.isError && stored === undefined && (
        <>
          <PageHead title="Note" />
          <Stop tone="failed" broken>
            <ErrorState
              {...describeError(query.error)}
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          </Stop>
        </>
      )}
      {stored !== undefined && (
        <NoteEditor
          key={formKey}
          stored={stored}
          id={noteId}
          missingError={missingError}
          owner={owner}
          onSaved={(saved) => {
            if (saved.id === noteId) return;
            setCreated({ saved, formKey });
            void navigate({
              to: '/notes/$noteId',
              params: { noteId: saved.id },
              state: true,
              replace: true,
              resetScroll: false,
            });
          }}
          actions={
            stored && (
              <DeleteNote
                stored={stored}
                onDeleted={() => {
                  removeDraft(draftKey(owner, 'notes', stored.id));
                  toast('Note deleted');
                  void navigate({ to: '/notes', search: listSearch, replace: true });
                }}
              />
            )
          }
        />
      )}
    </>
  );
}
