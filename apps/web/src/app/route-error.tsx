import { describeError } from '@app/api-client';
import { Button, PageHead, RequestId, Stop } from '@app/ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';

/** Replaces a page that failed. The header and footer still work. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const { title, detail, requestId } = describeError(error);
  return (
    <div role="alert" className="contents">
      <PageHead tone="failed" title={title} lead={detail} />
      <Stop bare broken className="min-h-40">
        <RequestId id={requestId} />
        <div className="mt-5">
          <Button
            onClick={() => {
              queries.reset();
              reset();
              void router.invalidate();
            }}
          >
            Try again
          </Button>
        </div>
      </Stop>
    </div>
  );
}
