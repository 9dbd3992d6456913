import { sendPasskey } from '@app/api-client';
import {
  getReauthenticationPasskeyOptions,
  reauthenticateWithPasskey,
  reauthenticateWithSecondFactor,
} from '@app/api-types';
import { Button, Form, FormError, TextField } from '@app/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConfirmFormProps } from '../reauthentication';

/** Confirms the identity with a code of the authenticator app, or a recovery code. */
export function ConfirmCode({ onConfirm, cancel }: ConfirmFormProps) {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => reauthenticateWithSecondFactor({ body: { code: code.trim() } }),
    onSuccess: onConfirm,
  });
  return (
    <Form
      className="flex flex-col gap-5"
      errors={confirm.error?.fieldErrors ?? {}}
      onSubmit={() => confirm.mutateAsync().catch(() => undefined)}
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
      <FormError error={confirm.error} />
      <div className="flex flex-wrap justify-end gap-3">
        {cancel}
        <Button type="submit" look="main" busy={confirm.isPending}>
          Confirm
        </Button>
      </div>
    </Form>
  );
}

/** Confirms the identity with a passkey. */
export function ConfirmPasskey({ onConfirm, cancel }: ConfirmFormProps) {
  const confirm = useMutation({
    mutationFn: () => sendPasskey(getReauthenticationPasskeyOptions, reauthenticateWithPasskey),
    onSuccess: onConfirm,
  });
  return (
    <div className="flex flex-col gap-5">
      <FormError error={confirm.error} />
      <div className="flex flex-wrap justify-end gap-3">
        {cancel}
        <Button look="main" busy={confirm.isPending} onClick={() => confirm.mutateAsync().catch(() => undefined)}>
          Use a passkey
        </Button>
      </div>
    </div>
  );
}
