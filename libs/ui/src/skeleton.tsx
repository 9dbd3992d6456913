import { Stop } from './line/stop';

/** A grey bar in place of text that is loading. `className` sets its size. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded-sm bg-sunken ${className}`} />;
}

const WIDTHS = ['w-48', 'w-72', 'w-40', 'w-64'];

/** Placeholder of a list page. Screen readers announce the label. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
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

/** Placeholder of a form. Screen readers announce the label. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
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
