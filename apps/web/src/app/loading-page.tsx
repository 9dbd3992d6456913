import { Skeleton, Stop } from '@app/ui';

/** A page on its way: its title's place, while its code or the session is asked for. */
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
