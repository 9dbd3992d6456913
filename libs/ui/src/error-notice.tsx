import { Notice } from './notice';
import { RequestId } from './request-id';

export interface ErrorNoticeProps {
  title: string;
  detail: string;
  requestId: string | null;
}

/** An error message next to the control that failed. */
export function ErrorNotice({ title, detail, requestId }: ErrorNoticeProps) {
  return (
    <Notice tone="failed" role="alert">
      <p className="font-semibold">{title}</p>
      <p>{detail}</p>
      <RequestId id={requestId} />
    </Notice>
  );
}
