import { ApiError, describeError } from '@app/api-client';
import { AlertDialog, Button } from '@app/ui';
import { useState } from 'react';
import { useDeleteNote } from '../api/delete-note';
import { draftKey, dropDraft } from '../drafts';
import type { Note } from '../note';

export interface DeleteNoteProps {
  note: Note;
  owner: string;
  onDeleted: () => void;
}

/** Deletes a note after asking. A note that is gone already counts as deleted. */
export function DeleteNote({ note, owner, onDeleted }: DeleteNoteProps) {
  const [open, setOpen] = useState(false);
  const remove = useDeleteNote();
  const done = () => {
    dropDraft(draftKey(owner, note.id));
    setOpen(false);
    onDeleted();
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        remove.reset();
        setOpen(next);
      }}
      trigger={
        <Button look="quiet" className="-mr-3">
          Delete
        </Button>
      }
      title="Delete this note?"
      confirm="Delete note"
      busy={remove.isPending}
      error={remove.error && describeError(remove.error)}
      onConfirm={() => {
        remove.mutate(
          { params: { path: { note_id: note.id } } },
          {
            onSuccess: done,
            onError: (error: unknown) => {
              if (error instanceof ApiError && error.status === 404) done();
            },
          },
        );
      }}
    >
      “{note.title}” will be gone for good.
    </AlertDialog>
  );
}
