import { Button, CodeError, CodeField, Form, linkLook, Notice, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useResendCode, useVerifyEmail } from '../queries';

const route = getRouteApi('/verify-email');

/** The step of sign-up and sign-in in which a user confirms the email address. */
export function VerifyEmailPage() {
  const { next } = route.useSearch();
  const verify = useVerifyEmail();
  const resend = useResendCode();
  const [key, setKey] = useState('');
  return (
    <>
      <PageHead title="Confirm your email address" />
      <Form error={verify.error} onSubmit={() => verify.mutateAsync({ key })}>
        <Stop tone="line" className="pb-7">
          <p className="max-w-96 pb-5">
            We sent you an email, which may take a few minutes. Enter the code from it to continue.
          </p>
          <CodeField value={key} onValueChange={setKey} />
        </Stop>
        <Stop bare className="pb-9">
          <div className="flex max-w-96 flex-col gap-5">
            {resend.isSuccess && !verify.error && <Notice tone="line">We sent you a new code.</Notice>}
            <CodeError error={verify.error ?? resend.error} renew="Sign in to get a new one." />
            <Button type="submit" look="main" busy={verify.isPending}>
              Confirm
            </Button>
            <Button
              busy={resend.isPending}
              onClick={() => {
                verify.reset();
                resend.mutate();
              }}
            >
              Send a new code
            </Button>
          </div>
        </Stop>
      </Form>
      <Stop className="pb-10" link>
        <p>
          Wrong address?{' '}
          <Link to="/sign-in" search={{ next }} className={linkLook}>
            Back to sign-in
          </Link>
        </p>
      </Stop>
    </>
  );
}
