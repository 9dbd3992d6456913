import type { ApiError } from '@app/api-client';
import { Button, EmailField, Form, FormError, PasswordField, Stop } from '@app/ui';
import { useState } from 'react';

export interface Credentials {
  email: string;
  password: string;
}

export interface CredentialsFormProps {
  /** The label of the button. */
  action: string;
  autoCompletePassword: 'current-password' | 'new-password';
  passwordHint?: string;
  busy: boolean;
  error: ApiError | null;
  onSubmit: (credentials: Credentials) => Promise<unknown>;
}

/** Form for email and password. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { action, autoCompletePassword, passwordHint, busy, error, onSubmit } = props;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Form error={error} onSubmit={() => onSubmit({ email: email.trim(), password })}>
      <Stop tone="line" className="pb-7">
        <EmailField
          autoComplete={autoCompletePassword === 'current-password' ? 'username webauthn' : 'username'}
          value={email}
          onValueChange={setEmail}
        />
      </Stop>
      <Stop className="pb-7">
        <PasswordField
          hint={passwordHint}
          autoComplete={autoCompletePassword}
          value={password}
          onValueChange={setPassword}
        />
      </Stop>
      <Stop bare className="pb-9">
        <div className="flex max-w-96 flex-col gap-5">
          <FormError error={error} />
          <Button type="submit" look="main" busy={busy}>
            {action}
          </Button>
        </div>
      </Stop>
    </Form>
  );
}
