import type { ApiError } from '@app/api-client';
import { ErrorNotice, TextField } from '@app/ui';

/** A field for the code of a mail. */
export function CodeField({ value, onValueChange }: { value: string; onValueChange: (value: string) => void }) {
  return (
    <TextField
      className="max-w-96"
      name="key"
      label="Code"
      hint="Eight letters from the email, valid for 15 minutes."
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      required
      value={value}
      onValueChange={onValueChange}
    />
  );
}

/** An error that belongs to no field. allauth answers 409 to a code that is used, expired or was tried too often. */
export function CodeError({ error, renew }: { error: ApiError | null; renew: string }) {
  if (error === null || error.hasFieldErrors) return null;
  const { title, detail, requestId } = error;
  if (error.status !== 409) return <ErrorNotice title={title} detail={detail} requestId={requestId} />;
  return <ErrorNotice title="This code is no longer valid" detail={renew} requestId={requestId} />;
}
