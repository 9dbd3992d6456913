import { supportsPasskeys } from '@app/api-client';
import { Button, CheckboxField, Form, FormError, linkLook, PageHead, Stop, TextField } from '@app/ui';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useSecondFactor } from '../queries';

const route = getRouteApi('/two-factor');
const EXPIRED = { title: 'Your sign-in has expired', detail: 'Go back to sign-in and start again.' };

/** The step of sign-in after the password, for users with an authenticator app or a passkey. */
export function TwoFactorPage() {
  const { next } = route.useSearch();
  // Without it, for example in a copied address, offer every way.
  const types = useLocation({ select: ({ state }) => state.secondFactors }) ?? ['totp', 'webauthn'];
  const check = useSecondFactor();
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const send = (value: string | null) => check.mutateAsync({ code: value, trust });
  return (
    <>
      <PageHead title="Confirm that it is you" />
      <Form error={check.error} onSubmit={() => send(code.trim())}>
        <Stop tone="line" className="pb-7">
          <TextField
            className="max-w-96"
            name="code"
            label="Code"
            hint={
              types.includes('totp')
                ? 'From your authenticator app, or a recovery code.'
                : 'One of your recovery codes.'
            }
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onValueChange={setCode}
          />
          <div className="pt-5">
            <CheckboxField
              name="trust"
              label="Do not ask again in this browser for 14 days"
              checked={trust}
              onCheckedChange={setTrust}
            />
          </div>
        </Stop>
        <Stop bare className="pb-9">
          <div className="flex max-w-96 flex-col gap-5">
            <FormError error={check.error} texts={{ 401: EXPIRED }} />
            <Button type="submit" look="main" busy={check.isPending}>
              Sign in
            </Button>
            {types.includes('webauthn') && supportsPasskeys() && (
              <Button busy={check.isPending} onClick={() => send(null)}>
                Use a passkey
              </Button>
            )}
          </div>
        </Stop>
      </Form>
      <Stop className="pb-10" link>
        <Link to="/sign-in" search={{ next }} className={linkLook}>
          Back to sign-in
        </Link>
      </Stop>
    </>
  );
}
