import { useState } from 'react';
import { QueryState } from '../components/query-state';
import { Section } from '../components/section';
import { AuthenticatorApp } from './authenticator-app';
import { Passkeys } from './passkeys';
import { useAuthenticators } from './queries';
import { RecoveryCodes } from './recovery-codes';

/** The second factors of the user, and recovery codes as soon as there is one. */
export function TwoFactor() {
  const authenticators = useAuthenticators();
  const [newCodes, setNewCodes] = useState<string[] | null>(null);
  if (!authenticators.data) {
    return (
      <Section title="Two-factor sign-in">
        <QueryState query={authenticators} />
      </Section>
    );
  }
  const { data } = authenticators.data;
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
