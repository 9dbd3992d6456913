import { linkLook, PageHead, RequestId, Stop } from '@app/ui';
import { Link } from '@tanstack/react-router';

/** The note does not exist, or belongs to another user. */
export function NoteNotFound({ requestId }: { requestId: string | null }) {
  return (
    <>
      <PageHead title="Note not found" lead="It may have been deleted, or you do not have access to it." />
      <Stop bare broken className="min-h-40">
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
