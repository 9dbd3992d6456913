import { describeError } from '@app/api-client';
import { ErrorState, Skeleton } from '@app/ui';
import type { UseQueryResult } from '@tanstack/react-query';

/** Shown in a section while its query has no data or has failed. */
export function QueryState({ query }: { query: UseQueryResult<unknown, Error> }) {
  if (query.isPending) return <Skeleton className="h-11" />;
  if (!query.isError) return null;
  return (
    <ErrorState {...describeError(query.error)} onRetry={() => void query.refetch()} retrying={query.isFetching} />
  );
}
