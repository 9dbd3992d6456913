import type { CurrentUser } from '@app/api-types';
import { Button, Form, FormError, Notice, PasswordField } from '@app/ui';
import { useState } from 'react';
import { useChangePassword } from '../queries';
import { Section } from './section';

const EMPTY = { current_password: '', new_password: '' };

/** Changes the password, or sets one for a user who signs in through a provider only. */
export function ChangePassword({ user }: { user: CurrentUser }) {
  const change = useChangePassword();
  const [values, setValues] = useState(EMPTY);

  async function submit() {
    const { current_password: current, new_password } = values;
    await change.mutateAsync({ new_password, ...(user.has_password ? { current_password: current } : {}) });
    setValues(EMPTY);
  }

  return (
    <Section title="Password">
      <Form className="flex flex-col gap-5" error={change.error} onSubmit={submit}>
        {user.has_password && (
          <PasswordField
            name="current_password"
            label="Current password"
            autoComplete="current-password"
            username={user.email}
            value={values.current_password}
            onValueChange={(value) => {
              setValues({ ...values, current_password: value });
            }}
          />
        )}
        <PasswordField
          name="new_password"
          label="New password"
          hint="At least 8 characters. Common passwords are not accepted."
          autoComplete="new-password"
          username={user.has_password ? undefined : user.email}
          value={values.new_password}
          onValueChange={(value) => {
            setValues({ ...values, new_password: value });
          }}
        />
        <FormError error={change.error} />
        {change.isSuccess && (
          <Notice tone="line">Your password is changed. You are signed out on all other devices.</Notice>
        )}
        <Button type="submit" busy={change.isPending}>
          {user.has_password ? 'Change password' : 'Set password'}
        </Button>
      </Form>
    </Section>
  );
}
