import { Skeleton, Stop, VisuallyHidden } from '@app/ui';

/** A note's shape before the note is there. */
export function NoteSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the note</VisuallyHidden>
      <Stop tone="quiet" className="pb-9">
        <Skeleton className="mb-3 h-5 w-12" />
        <Skeleton className="h-12 w-full max-w-96" />
      </Stop>
      <Stop tone="quiet" className="pb-10">
        <Skeleton className="mb-2 h-5 w-12" />
        <Skeleton className="h-60 w-full" />
      </Stop>
    </div>
  );
}
