import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { BackToNotes } from '../components/back-to-notes';
import { NoteEditor } from '../components/note-editor';

const route = getRouteApi('/signed-in/notes/new');

export function NewNotePage() {
  const { user } = route.useRouteContext();
  const navigate = useNavigate();
  return (
    <>
      <title>New note · Tandem</title>
      <BackToNotes />
      <h1 tabIndex={-1} className="sr-only">
        New note
      </h1>
      <NoteEditor
        note={null}
        owner={String(user.id ?? user.email)}
        onSaved={(note) => {
          void navigate({ to: '/notes/$noteId', params: { noteId: note.id }, replace: true });
        }}
      />
    </>
  );
}
