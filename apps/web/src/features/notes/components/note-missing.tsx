import { Button, linkLook, PageHead, RequestId, Stop } from '@app/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import { draftKey, dropDraft, readDraft, writeDraft } from '../drafts';

export interface NoteMissingProps {
  noteId: string;
  owner: string;
  requestId: string | null;
}

/** The note of this address is gone, or somebody else's: the API does not say which. A draft of it can still be saved. */
export function NoteMissing({ noteId, owner, requestId }: NoteMissingProps) {
  const navigate = useNavigate();
  const key = draftKey(owner, noteId);
  const draft = readDraft(key);
  return (
    <>
      <PageHead title="Note not found" lead="It may have been deleted, or it is not yours." />
      <Stop bare broken className="min-h-40">
        {draft && (
          <div className="mb-6">
            <p className="mb-3">Your unsaved draft of it is still here.</p>
            <Button
              onClick={() => {
                writeDraft(draftKey(owner, null), { ...draft, version: null });
                dropDraft(key);
                void navigate({ to: '/notes/new' });
              }}
            >
              Open it as a new note
            </Button>
          </div>
        )}
        <p className="mb-4">
          <Link to="/notes" className={linkLook}>
            To all notes
          </Link>
        </p>
        <RequestId id={requestId} />
      </Stop>
    </>
  );
}
