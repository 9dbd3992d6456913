import { Skeleton, Stop, VisuallyHidden } from '@app/ui';

const WIDTHS = ['w-48', 'w-72', 'w-40', 'w-64'];

/** The list's shape before the list is there. */
export function NotesSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading your notes</VisuallyHidden>
      {WIDTHS.map((width) => (
        <Stop key={width} tone="quiet" className="pb-9">
          <div className="py-1">
            <Skeleton className={`h-5 ${width} max-w-full`} />
            <Skeleton className="mt-3 h-4 w-full max-w-120" />
          </div>
        </Stop>
      ))}
    </div>
  );
}
