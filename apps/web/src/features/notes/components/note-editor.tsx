import { describeError } from '@app/api-client';
import { Button, Form, Notice, RequestId, Stop, TextArea, TextField, toast } from '@app/ui';
import type { ReactNode } from 'react';
import type { Note } from '../note';
import { ConflictFork } from './conflict-fork';
import { useIsMounted } from './use-is-mounted';
import { useNoteDraft } from './use-note-draft';
import { useSaveNote } from './use-save-note';

export interface NoteEditorProps {
  /** The note as it is stored; null for a new one. */
  note: Note | null;
  /** Whose draft is kept. */
  owner: string;
  /** Called while the editor is still looked at. */
  onSaved?: (note: Note) => void;
  /** Further things to do with the note. */
  actions?: ReactNode;
}

/** Writes a note. Whatever happens while saving, what was typed stays: in the form, and as a draft in this tab. */
export function NoteEditor({ note, owner, onSaved, actions }: NoteEditorProps) {
  const draft = useNoteDraft(note, owner);
  const saving = useSaveNote(note);
  const here = useIsMounted();

  function save(version: number | null): void {
    const sent = { title: draft.title, body: draft.body };
    saving.save(sent, version).then(
      (saved) => {
        draft.settle(sent, saved);
        toast('Note saved');
        // Somebody who has gone on to another page is not called back.
        if (here.current) onSaved?.(saved);
      },
      () => undefined, // Shown from the mutation's state.
    );
  }

  return (
    <>
      {saving.conflict && (
        <ConflictFork
          mine={draft}
          stored={saving.conflict}
          busy={saving.pending}
          onKeepMine={(stored) => {
            save(stored.version);
          }}
          onKeepStored={() => {
            draft.drop();
            saving.reset();
          }}
          onKeepBoth={() => {
            saving.saveCopy(draft).then(
              () => {
                draft.drop();
                saving.reset();
              },
              () => undefined,
            );
          }}
        />
      )}
      <Form
        aria-label="Note"
        errors={saving.error?.fieldErrors ?? {}}
        onSubmit={() => {
          save(draft.version);
        }}
      >
        <Stop filled={draft.title !== ''} className="pb-9">
          <TextField
            name="title"
            label="Title"
            size="display"
            required
            autoComplete="off"
            value={draft.title}
            onValueChange={(title) => {
              draft.edit({ title });
            }}
          />
        </Stop>
        <Stop className="pb-7">
          <TextArea
            name="body"
            label="Text"
            value={draft.body}
            onValueChange={(body) => {
              draft.edit({ body });
            }}
          />
        </Stop>
        <Stop bare className="pb-10">
          <div className="flex flex-col gap-5">
            {draft.restored && <Notice tone="line">This is your draft from before. It is not saved yet.</Notice>}
            {saving.error && !saving.error.hasFieldErrors && <SaveFailed error={saving.error} />}
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="main" busy={saving.pending}>
                Save
              </Button>
              {draft.changed && (
                <Button
                  look="quiet"
                  onClick={() => {
                    draft.drop();
                    saving.reset();
                  }}
                >
                  Discard changes
                </Button>
              )}
              {actions !== undefined && <div className="ml-auto">{actions}</div>}
            </div>
          </div>
        </Stop>
      </Form>
    </>
  );
}

function SaveFailed({ error }: { error: Error }) {
  const { title, detail, requestId } = describeError(error);
  return (
    <Notice tone="failed" role="alert">
      <p className="font-semibold">Not saved. {title}.</p>
      <p>{detail} What you typed is still here.</p>
      <RequestId id={requestId} />
    </Notice>
  );
}
