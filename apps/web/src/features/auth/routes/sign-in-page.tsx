import { supportsPasskeys } from '@app/api-client';
import { Button, FormError, linkLook, Notice, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CredentialsForm } from '../components/credentials-form';
import { ProviderButton } from '../components/provider-button';
import { usePasskeyAutofill, useSignIn, useSignInWithPasskey } from '../queries';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next, expired, signedOut } = route.useSearch();
  const signIn = useSignIn();
  const passkey = useSignInWithPasskey();
  const autofillError = usePasskeyAutofill(signIn.isIdle && passkey.isIdle);
  return (
    <>
      <PageHead title="Sign in" />
      {(expired || signedOut) && (
        <Stop bare className="pb-8">
          <div className="max-w-96">
            <Notice tone="line">
              {expired
                ? 'Your session has ended. Sign in to continue. Unsaved changes are kept.'
                : 'You are signed out.'}
            </Notice>
          </div>
        </Stop>
      )}
      <CredentialsForm
        action="Sign in"
        autoCompletePassword="current-password"
        busy={signIn.isPending}
        error={signIn.error}
        onSubmit={(credentials) => signIn.mutateAsync(credentials)}
      />
      {supportsPasskeys() && (
        <Stop bare className="pb-9">
          <div className="flex max-w-96 flex-col gap-5">
            <FormError error={passkey.error ?? autofillError} />
            <Button busy={passkey.isPending} onClick={() => passkey.mutateAsync({})}>
              Sign in with a passkey
            </Button>
          </div>
        </Stop>
      )}
      <ProviderButton next={next} />
      <Stop className="pb-6" link>
        <Link to="/reset-password" search={{ next }} className={linkLook}>
          Forgot your password?
        </Link>
      </Stop>
      <Stop className="pb-10" link>
        <p>
          New here?{' '}
          <Link to="/sign-up" search={{ next }} className={linkLook}>
            Create your account
          </Link>
        </p>
      </Stop>
    </>
  );
}
