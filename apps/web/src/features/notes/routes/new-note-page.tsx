import { PageTitle } from '@app/ui';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { BackToNotes } from '../components/back-link';
import { NoteEditor } from '../components/note-editor';

const route = getRouteApi('/signed-in/notes/new');

export function NewNotePage() {
  const { owner } = route.useRouteContext();
  const navigate = useNavigate();
  return (
    <>
      <PageTitle>New note</PageTitle>
      <BackToNotes />
      <h1 tabIndex={-1} className="sr-only">
        New note
      </h1>
      <NoteEditor
        note={null}
        owner={owner}
        onSaved={({ id }) => {
          void navigate({ to: '/notes/$noteId', params: { noteId: id }, replace: true });
        }}
      />
    </>
  );
}
