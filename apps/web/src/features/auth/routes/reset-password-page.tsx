import { Button, CodeError, CodeField, EmailField, Form, linkLook, PageHead, PasswordField, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRequestPasswordReset, useResetPassword } from '../queries';

const route = getRouteApi('/reset-password');

/** Sends a code to an email address, then sets a new password with it. */
export function ResetPasswordPage() {
  const { next } = route.useSearch();
  const request = useRequestPasswordReset();
  return (
    <>
      <PageHead title="Choose a new password" />
      {request.isSuccess ? (
        <NewPassword email={request.variables} onRestart={request.reset} />
      ) : (
        <RequestCode request={request} />
      )}
      <Stop className="pb-10" link>
        <Link to="/sign-in" search={{ next }} className={linkLook}>
          Back to sign-in
        </Link>
      </Stop>
    </>
  );
}

function RequestCode({ request }: { request: ReturnType<typeof useRequestPasswordReset> }) {
  const [email, setEmail] = useState('');
  return (
    <Form error={request.error} onSubmit={() => request.mutateAsync(email.trim())}>
      <Stop tone="line" className="pb-7">
        <EmailField value={email} onValueChange={setEmail} />
      </Stop>
      <Stop bare className="pb-9">
        <div className="flex max-w-96 flex-col gap-5">
          <CodeError error={request.error} renew="Try again." />
          <Button type="submit" look="main" busy={request.isPending}>
            Send a code
          </Button>
        </div>
      </Stop>
    </Form>
  );
}

function NewPassword({ email, onRestart }: { email: string; onRestart: () => void }) {
  const reset = useResetPassword();
  const [key, setKey] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Form error={reset.error} onSubmit={() => reset.mutateAsync({ key, password })}>
      <Stop tone="line" className="pb-7">
        <p className="max-w-96 pb-5">
          We sent you an email, which may take a few minutes. Enter the code from it and a new password.
        </p>
        <CodeField value={key} onValueChange={setKey} />
      </Stop>
      <Stop className="pb-7">
        <PasswordField
          label="New password"
          hint="At least 8 characters. Common passwords are not accepted."
          autoComplete="new-password"
          username={email}
          value={password}
          onValueChange={setPassword}
        />
      </Stop>
      <Stop bare className="pb-9">
        <div className="flex max-w-96 flex-col gap-5">
          <CodeError error={reset.error} renew="Send a new one." />
          <Button type="submit" look="main" busy={reset.isPending}>
            Set password and sign in
          </Button>
          <Button onClick={onRestart}>Send a new code</Button>
        </div>
      </Stop>
    </Form>
  );
}
