import { ErrorNotice, type ErrorNoticeProps } from './error-notice';

export interface FormErrorProps {
  /** Usually an `ApiError`. A cancelled request is no error. */
  error: (ErrorNoticeProps & { name: string; status: number; hasFieldErrors: boolean }) | null;
  /** Replaces the text of an error with this status. */
  texts?: Record<number, { title: string; detail: string }>;
}

/** The error of a form that belongs to none of its fields. */
export function FormError({ error, texts = {} }: FormErrorProps) {
  if (error === null || error.name === 'AbortError' || error.hasFieldErrors) return null;
  const { title, detail } = texts[error.status] ?? error;
  return <ErrorNotice title={title} detail={detail} requestId={error.requestId} />;
}
