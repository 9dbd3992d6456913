import { openProvider, providerQuery, sendPasskey, supportsPasskeys } from '@app/api-client';
import {
  type Flow,
  getReauthenticationPasskeyOptions,
  reauthenticate,
  reauthenticateWithPasskey,
  reauthenticateWithSecondFactor,
} from '@app/api-types';
import { Button, Form, FormError, PasswordField, TextField } from '@app/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

interface ConfirmProps {
  /** The email address of the user. */
  email: string;
  /** Called when the server has accepted the confirmation. */
  onConfirm: () => void;
  onCancel: () => void;
}

/** The ways to confirm the identity. The server says which of them the user has. */
export const WAYS = [
  { name: 'password', isFor: ({ id }: Flow) => id === 'reauthenticate', Form: ConfirmPassword },
  { name: 'code', isFor: ({ types }: Flow) => types?.includes('recovery_codes'), Form: ConfirmCode },
  {
    name: 'passkey',
    isFor: ({ types }: Flow) => types?.includes('webauthn') && supportsPasskeys(),
    Form: ConfirmPasskey,
  },
];

function ConfirmPassword(props: ConfirmProps) {
  const [password, setPassword] = useState('');
  return (
    <ConfirmForm {...props} action="Confirm" send={() => reauthenticate({ body: { password } })}>
      <PasswordField
        autoComplete="current-password"
        username={props.email}
        value={password}
        onValueChange={setPassword}
      />
    </ConfirmForm>
  );
}

function ConfirmCode(props: ConfirmProps) {
  const [code, setCode] = useState('');
  return (
    <ConfirmForm
      {...props}
      action="Confirm"
      send={() => reauthenticateWithSecondFactor({ body: { code: code.trim() } })}
    >
      <TextField
        name="code"
        label="Authenticator code"
        hint="From your authenticator app, or a recovery code."
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onValueChange={setCode}
      />
    </ConfirmForm>
  );
}

function ConfirmPasskey(props: ConfirmProps) {
  const send = () => sendPasskey(getReauthenticationPasskeyOptions, reauthenticateWithPasskey);
  return <ConfirmForm {...props} action="Use a passkey" send={send} />;
}

/** For a user without a password and a second factor: a new sign-in at the provider, which leads back to the account page. */
export function ConfirmAtProvider({ email, onCancel }: ConfirmProps) {
  const { data: provider } = useQuery(providerQuery);
  if (!provider) {
    return (
      <>
        <p>Sign out and choose a password with “Forgot your password?”.</p>
        <Button onClick={onCancel}>Cancel</Button>
      </>
    );
  }
  return (
    <ConfirmForm
      action={`Continue with ${provider.name}`}
      send={() => openProvider(provider.id, 'login', '/account')}
      email={email}
      onConfirm={() => undefined}
      onCancel={onCancel}
    >
      <p>Sign in at {provider.name} again. You return to this page, where you can repeat the change.</p>
    </ConfirmForm>
  );
}

interface ConfirmFormProps extends ConfirmProps {
  /** The label of the button. */
  action: string;
  send: () => Promise<unknown>;
  children?: ReactNode;
}

function ConfirmForm({ action, send, onConfirm, onCancel, children }: ConfirmFormProps) {
  const confirm = useMutation({ mutationFn: send, onSuccess: onConfirm });
  return (
    <Form className="flex flex-col gap-5" error={confirm.error} onSubmit={() => confirm.mutateAsync()}>
      {children}
      <FormError error={confirm.error} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="main" busy={confirm.isPending}>
          {action}
        </Button>
      </div>
    </Form>
  );
}
