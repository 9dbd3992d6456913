import { Button, CodeError, CodeField, EmailField, Form, FormError, Notice } from '@app/ui';
import { useState } from 'react';
import { useCancelEmail, useChangeEmail, useConfirmEmail, usePendingEmail, useResendCode } from '../queries';
import { QueryState } from './query-state';
import { Section } from './section';

/** Changes the address in two steps: a code is sent to the new one, and confirms it. */
export function ChangeEmail() {
  const change = usePendingEmail();
  const confirm = useConfirmEmail();
  return (
    <Section title="Email address">
      {confirm.data && <Notice tone="line">Your email address is now {confirm.data.email}.</Notice>}
      <CodeError error={confirm.error} renew="Enter the new address again to get another code." />
      <QueryState query={change} />
      {change.data?.canChange === false && (
        <p>Only an administrator can change your email address, because this installation does not verify addresses.</p>
      )}
      {change.data?.canChange && change.data.pending === null && <RequestCode onSubmit={confirm.reset} />}
      {change.data?.pending && <ConfirmCode email={change.data.pending} confirm={confirm} />}
    </Section>
  );
}

function RequestCode({ onSubmit }: { onSubmit: () => void }) {
  const change = useChangeEmail();
  const [email, setEmail] = useState('');
  return (
    <Form
      className="flex flex-col gap-5"
      error={change.error}
      onSubmit={() => {
        onSubmit();
        return change.mutateAsync(email.trim());
      }}
    >
      <EmailField
        label="New email"
        autoComplete="email"
        hint="We send a code to this address and tell the old one about the change."
        value={email}
        onValueChange={setEmail}
      />
      <FormError error={change.error} />
      <Button type="submit" busy={change.isPending}>
        Send a code
      </Button>
    </Form>
  );
}

function ConfirmCode({ email, confirm }: { email: string; confirm: ReturnType<typeof useConfirmEmail> }) {
  const resend = useResendCode();
  const cancel = useCancelEmail();
  const [key, setKey] = useState('');
  return (
    <Form className="flex flex-col gap-5" error={confirm.error} onSubmit={() => confirm.mutateAsync({ key })}>
      <p className="break-words">
        We sent a code to <span className="font-semibold">{email}</span>. The email may take a few minutes.
      </p>
      <CodeField value={key} onValueChange={setKey} />
      {resend.isSuccess && !confirm.error && <Notice tone="line">We sent you a new code.</Notice>}
      <CodeError error={resend.error ?? cancel.error} renew="Cancel the change and enter the address again." />
      <Button type="submit" busy={confirm.isPending}>
        Confirm address
      </Button>
      <Button
        busy={resend.isPending}
        onClick={() => {
          confirm.reset();
          resend.mutate({});
        }}
      >
        Send a new code
      </Button>
      <Button
        look="quiet"
        busy={cancel.isPending}
        onClick={() => {
          confirm.reset();
          cancel.mutate({ body: { email } });
        }}
      >
        Keep the old address
      </Button>
    </Form>
  );
}
