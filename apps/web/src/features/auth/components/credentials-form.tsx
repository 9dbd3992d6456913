import type { ApiError } from '@app/api-client';
import { Button, Form, Notice, RequestId, Stop, TextField } from '@app/ui';
import { useState } from 'react';

export interface Credentials {
  email: string;
  password: string;
}

export interface CredentialsFormProps {
  action: string;
  /** Tells password managers whether to fill a password in or to make a new one. */
  autoCompletePassword: 'current-password' | 'new-password';
  passwordHint?: string;
  busy: boolean;
  error: ApiError | null;
  onSubmit: (credentials: Credentials) => void;
}

/** E-mail and password as stops on the line. What was typed stays when the server refuses it. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { action, autoCompletePassword, passwordHint, busy, error, onSubmit } = props;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Form
      errors={error?.fieldErrors ?? {}}
      onSubmit={() => {
        onSubmit({ email: email.trim(), password });
      }}
    >
      <Stop tone="line" className="pb-7">
        <TextField
          className="max-w-96"
          name="email"
          label="Email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onValueChange={setEmail}
        />
      </Stop>
      <Stop className="pb-7">
        <TextField
          className="max-w-96"
          name="password"
          label="Password"
          type="password"
          hint={passwordHint}
          autoComplete={autoCompletePassword}
          required
          value={password}
          onValueChange={setPassword}
        />
      </Stop>
      <Stop bare className="pb-9">
        <div className="flex max-w-96 flex-col gap-5">
          {error && !error.hasFieldErrors && (
            <Notice tone="failed" role="alert">
              <p className="font-semibold">{error.title}</p>
              <p>{error.detail}</p>
              <RequestId id={error.requestId} />
            </Notice>
          )}
          <Button type="submit" look="main" busy={busy}>
            {action}
          </Button>
        </div>
      </Stop>
    </Form>
  );
}
