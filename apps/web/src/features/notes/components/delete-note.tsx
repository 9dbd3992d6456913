import { ApiError, describeError } from '@app/api-client';
import type { Note } from '@app/api-types';
import { AlertDialog, Button } from '@app/ui';
import { useState } from 'react';
import { useDeleteNote } from '../queries';

export interface DeleteNoteProps {
  stored: Note;
  onDeleted: () => void;
}

/** Deletes a note after a confirmation. */
export function DeleteNote({ stored, onDeleted }: DeleteNoteProps) {
  const [open, setOpen] = useState(false);
  const remove = useDeleteNote();
  const close = () => {
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
      onConfirm={() =>
        remove.mutateAsync({ path: { note_id: stored.id } }).then(close, (error: unknown) => {
          // It was deleted elsewhere.
          if (error instanceof ApiError && error.status === 404) close();
        })
      }
    >
      “<bdi>{stored.title}</bdi>” will be deleted. This can’t be undone.
    </AlertDialog>
  );
}
