import { useCreateNote } from '../api/create-note';
import { useUpdateNote } from '../api/update-note';
import { conflictingNote, type Note } from '../note';

interface NoteText {
  title: string;
  body: string;
}

/** Creates or updates a note; `conflict` is the stored note when someone else changed it first. */
export function useSaveNote(note: Note | null) {
  const create = useCreateNote();
  const update = useUpdateNote();
  const last = note === null ? create : update;
  const conflict = conflictingNote(update.error);
  return {
    conflict,
    /** Any other reason why saving failed. */
    error: conflict === null ? last.error : create.error,
    pending: create.isPending || update.isPending,
    /** Forgets the last failure. */
    reset(): void {
      create.reset();
      update.reset();
    },
    async save(text: NoteText, version: number | null): Promise<Note> {
      const body = { title: text.title.trim(), body: text.body };
      if (note === null || version === null) return create.mutateAsync({ body });
      return update.mutateAsync({ params: { path: { note_id: note.id } }, body: { ...body, version } });
    },
    /** Stores the text as another note. */
    async saveCopy({ title, body }: NoteText): Promise<Note> {
      return create.mutateAsync({ body: { title, body } });
    },
  };
}
