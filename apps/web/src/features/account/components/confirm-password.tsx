import { type Reauthenticate, reauthenticate } from '@app/api-types';
import { Button, Form, FormError, PasswordField } from '@app/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConfirmFormProps } from '../reauthentication';

/** Confirms the identity with the password. */
export function ConfirmPassword({ email, onConfirm, cancel }: ConfirmFormProps) {
  const [password, setPassword] = useState('');
  const confirm = useMutation({ mutationFn: (body: Reauthenticate) => reauthenticate({ body }), onSuccess: onConfirm });
  return (
    <Form
      className="flex flex-col gap-5"
      errors={confirm.error?.fieldErrors ?? {}}
      onSubmit={() => confirm.mutateAsync({ password }).catch(() => undefined)}
    >
      <PasswordField autoComplete="current-password" username={email} value={password} onValueChange={setPassword} />
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
