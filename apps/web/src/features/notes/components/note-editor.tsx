import { type ApiError, describeError, readConflict } from '@app/api-client';
import type { Note } from '@app/api-types';
import {
  atMost,
  Button,
  Conflict,
  draftKey,
  ErrorNotice,
  Form,
  Notice,
  PageTitle,
  Stop,
  TextArea,
  TextField,
  toast,
  useDraft,
  useIsMounted,
} from '@app/ui';
import type { ReactNode } from 'react';
import { EMPTY_NOTE, MAX_BODY_LENGTH, MAX_TITLE_LENGTH, noteInput, noteValues, type NoteValues } from '../note';
import { useCreateNote, useUpdateNote } from '../queries';
import { NoteNotFound } from './note-not-found';

export interface NoteEditorProps {
  /** The stored note; null for a new one, or for a draft of a deleted one. */
  stored: Note | null;
  /** The id in the address. */
  id: string;
  /** The error that says that the note does not exist. */
  missingError: ApiError | null;
  /** The user whose draft is kept. */
  owner: string;
  /** Called after saving, unless the user has left the page. */
  onSaved?: (saved: Note) => void;
  /** More buttons. */
  actions?: ReactNode;
}

/** Form of a note. It keeps a draft while the user types, so that a failed save loses nothing. */
export function NoteEditor({ stored, id, missingError, owner, onSaved, actions }: NoteEditorProps) {
  const draft = useDraft(
    draftKey(owner, 'notes', stored?.id ?? id),
    stored === null ? EMPTY_NOTE : noteValues(stored),
    stored?.version ?? null,
  );
  const { values } = draft;
  const create = useCreateNote();
  const update = useUpdateNote();
  const isMounted = useIsMounted();
  const isPending = create.isPending || update.isPending;
  const conflict = readConflict<Note>(update.error);
  /** It was deleted elsewhere. */
  const isDeleted = missingError !== null || update.error?.status === 404;
  const error = stored === null || conflict || isDeleted ? create.error : update.error;

  function discard(): void {
    draft.discard();
    create.reset();
    update.reset();
  }

  async function save(version: number | null): Promise<void> {
    if (stored !== null && !isDeleted && !draft.isChanged) {
      toast('No changes to save');
      return;
    }
    const body = noteInput(values);
    const saved =
      stored === null || version === null || isDeleted
        ? await create.mutateAsync({ body })
        : await update.mutateAsync({ path: { note_id: stored.id }, body: { ...body, version } });
    draft.saved(values, draftKey(owner, 'notes', saved.id), saved.version);
    update.reset();
    toast('Note saved');
    if (isMounted.current) onSaved?.(saved);
  }

  async function saveCopy(): Promise<void> {
    await create.mutateAsync({ body: noteInput(values) });
    draft.clear();
    update.reset();
    toast('Copy saved');
  }

  if (missingError !== null && stored === null && !draft.isChanged)
    return <NoteNotFound requestId={missingError.requestId} />;
  const pageHeading = stored?.title ?? (isDeleted ? 'Deleted note' : 'New note');
  return (
    <>
      <PageTitle>{pageHeading}</PageTitle>
      <h1 tabIndex={-1} className="sr-only">
        {pageHeading}
      </h1>
      {conflict && (
        <Conflict
          name="note"
          changedAt={conflict.updated_at}
          fields={compare(values, noteValues(conflict))}
          busy={isPending}
          onUseMine={() => save(conflict.version)}
          onUseOther={discard}
          onSaveCopy={saveCopy}
        />
      )}
      <Form aria-label="Note" error={error} onSubmit={() => save(draft.version)}>
        <Stop filled={values.title !== ''} className="pb-9">
          <TextField
            name="title"
            label="Title"
            size="display"
            required
            validate={atMost(MAX_TITLE_LENGTH)}
            autoComplete="off"
            value={values.title}
            onValueChange={(value) => {
              draft.edit({ title: value });
            }}
          />
        </Stop>
        <Stop className="pb-7">
          <TextArea
            name="body"
            label="Body"
            validate={atMost(MAX_BODY_LENGTH)}
            value={values.body}
            onValueChange={(value) => {
              draft.edit({ body: value });
            }}
          />
        </Stop>
        <Stop bare className="pb-10">
          <div className="flex flex-col gap-5">
            {draft.isRestored && <Notice tone="line">Unsaved changes restored.</Notice>}
            {isDeleted && (
              <Notice tone="caution" role="alert">
                This note was deleted. Save it as a new one?
              </Notice>
            )}
            {error && !error.hasFieldErrors && <SaveFailed error={error} />}
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="main" busy={isPending}>
                {isDeleted ? 'Save as a new note' : 'Save'}
              </Button>
              {draft.isChanged && (
                <Button look="quiet" onClick={discard}>
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

/** The fields of two versions, side by side. */
function compare(mine: NoteValues, other: NoteValues) {
  return [
    { label: 'Title', mine: mine.title, other: other.title },
    { label: 'Body', mine: mine.body, other: other.body },
  ];
}

function SaveFailed({ error }: { error: Error }) {
  const { title, detail, requestId } = describeError(error);
  return (
    <ErrorNotice
      title={`Not saved. ${title}.`}
      detail={`${detail} Your changes are kept in this browser.`}
      requestId={requestId}
    />
  );
}
