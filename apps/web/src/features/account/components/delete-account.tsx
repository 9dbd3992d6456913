import { Button, Dialog, Form, FormError, TextField } from '@app/ui';
import { useState } from 'react';
import { useDeleteAccount } from '../queries';
import { Section } from './section';

/** Deletes the account after the user has typed its email address. */
export function DeleteAccount({ email }: { email: string }) {
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteAccount();
  const close = () => {
    setAsking(false);
  };
  return (
    <Section title="Delete account">
      <p>Your account and everything in it will be deleted. This can’t be undone.</p>
      <FormError error={remove.error} />
      <Button
        busy={remove.isPending}
        onClick={() => {
          remove.reset();
          setAsking(true);
        }}
      >
        Delete account
      </Button>
      <Dialog
        open={isAsking}
        onClose={close}
        title="Delete your account?"
        description={
          <>
            Everything in it will be deleted. To confirm, type <b className="break-words text-ink">{email}</b>.
          </>
        }
      >
        <Form
          className="flex flex-col gap-5"
          onSubmit={() => {
            // Another dialog may ask for the password.
            close();
            return remove.mutateAsync();
          }}
        >
          <TextField
            name="confirmation"
            label="Email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            validate={(value) =>
              String(value).trim().toLowerCase() === email ? null : 'Type the email address of your account.'
            }
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" look="danger">
              Delete account
            </Button>
          </div>
        </Form>
      </Dialog>
    </Section>
  );
}
