import type { ReactNode } from 'react';
import { Button } from './button';
import { RequestId } from './request-id';

export interface EmptyStateProps {
  title: string;
  /** What the person can do about it. */
  children: ReactNode;
  action?: ReactNode;
}

/** Nothing is here yet, and that is fine. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 pb-10">
      <p className="text-lg font-semibold tracking-tight">{title}</p>
      <p className="max-w-[46ch] text-ink-soft">{children}</p>
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened. */
  title: string;
  /** What to do. */
  detail: string;
  requestId: string | null;
  onRetry?: () => void;
  retrying?: boolean;
}

/** Something failed in the place where content should be. */
export function ErrorState({ title, detail, requestId, onRetry, retrying = false }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-2 pb-10">
      <p className="text-lg font-semibold tracking-tight text-failed">{title}</p>
      <p className="max-w-[46ch]">{detail}</p>
      <RequestId id={requestId} />
      {onRetry && (
        <Button className="mt-4" busy={retrying} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
