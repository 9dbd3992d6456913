import { describeError } from '@app/api-client';
import { ErrorState, Skeleton } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../components/section';
import { AuthenticatorApp } from './authenticator-app';
import { Passkeys } from './passkeys';
import { authenticatorsQuery } from './queries';
import { RecoveryCodes } from './recovery-codes';

/** The second factors of the user, and recovery codes as soon as there is one. */
export function TwoFactor() {
  const { data, error, refetch, isFetching } = useQuery(authenticatorsQuery);
  const [newCodes, setNewCodes] = useState<string[] | null>(null);
  if (data === undefined) {
    return (
      <Section title="Two-factor sign-in">
        {error ? (
          <ErrorState {...describeError(error)} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <Skeleton className="h-11 w-full" />
        )}
      </Section>
    );
  }
  const recoveryCodes = data.find((one) => one.type === 'recovery_codes');
  return (
    <>
      <AuthenticatorApp app={data.find((one) => one.type === 'totp')} onCodes={setNewCodes} />
      {recoveryCodes && (
        <RecoveryCodes left={recoveryCodes.unused_code_count} newCodes={newCodes} onCodes={setNewCodes} />
      )}
      <Passkeys passkeys={data.filter((one) => one.type === 'webauthn')} onCodes={setNewCodes} />
    </>
  );
}
