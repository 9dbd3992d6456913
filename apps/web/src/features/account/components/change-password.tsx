import { Button, Form, FormError, Notice, PasswordField } from '@app/ui';
import { useState } from 'react';
import { useChangePassword } from '../queries';
import { Section } from './section';

const EMPTY = { current_password: '', new_password: '' };

export function ChangePassword({ email }: { email: string }) {
  const change = useChangePassword();
  const [values, setValues] = useState(EMPTY);

  async function submit() {
    await change.mutateAsync({ body: values });
    setValues(EMPTY);
  }

  return (
    <Section title="Password">
      <Form
        className="flex flex-col gap-5"
        errors={change.error?.fieldErrors ?? {}}
        onSubmit={() => submit().catch(() => undefined)}
      >
        <PasswordField
          name="current_password"
          label="Current password"
          autoComplete="current-password"
          username={email}
          value={values.current_password}
          onValueChange={(value) => {
            setValues({ ...values, current_password: value });
          }}
        />
        <PasswordField
          name="new_password"
          label="New password"
          hint="At least 8 characters. Common passwords are not accepted."
          autoComplete="new-password"
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
          Change password
        </Button>
      </Form>
    </Section>
  );
}
