import type { ReactNode } from 'react';
import { Button } from './button';
import type { ErrorNoticeProps } from './error-notice';
import { RequestId } from './request-id';

export interface EmptyStateProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** Shown instead of an empty list. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 pb-10">
      <p className="text-lg font-semibold tracking-tight">{title}</p>
      <p className="max-w-[46ch] text-ink-soft">{children}</p>
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}

export interface ErrorStateProps extends ErrorNoticeProps {
  onRetry?: () => void;
  retrying?: boolean;
}

/** Shown instead of content that could not be loaded. */
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
