import { Skeleton } from '@app/ui';

const HOPS = ['browser', 'nginx', 'gunicorn', 'django', 'database'];

/** Placeholder of the request line. */
export function LineSkeleton() {
  return (
    <div className="request-loop" data-broken="" aria-hidden="true">
      <div className="request-line">
        {HOPS.map((hop) => (
          <div key={hop} className="hop" data-state="unreached">
            <div className="hop-text">
              <Skeleton className="h-6 w-24" />
              <Skeleton className="mt-3 h-5 w-16" />
              <Skeleton className="mt-3 h-4 w-28" />
            </div>
          </div>
        ))}
      </div>
      <div className="request-return" />
    </div>
  );
}
