import { describeError } from '@tandem/api-client';
import { ErrorState, Stop } from '@tandem/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';

/** Stands in for a page that failed; the shell around it still works. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  return (
    <Stop size="large" tone="failed" broken>
      <title>Something went wrong · Tandem</title>
      <h1 tabIndex={-1} className="sr-only">
        Something went wrong
      </h1>
      <ErrorState
        {...describeError(error)}
        onRetry={() => {
          queries.reset();
          reset();
          void router.invalidate();
        }}
      />
    </Stop>
  );
}
