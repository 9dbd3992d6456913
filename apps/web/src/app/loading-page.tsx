import { Skeleton, Stop } from '@app/ui';

/** Placeholder while the code of a page or the session is loading. */
export function LoadingPage() {
  return (
    <Stop size="large" tone="quiet" className="pb-10">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-12 w-52" />
    </Stop>
  );
}
