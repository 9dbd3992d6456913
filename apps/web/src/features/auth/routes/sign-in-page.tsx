import { linkLook, Notice, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useSignIn } from '../api/sign-in';
import { CredentialsForm } from '../components/credentials-form';
import { safeReturnPath } from '../return-path';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next, expired, signedOut } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  return (
    <>
      <title>Sign in · Tandem</title>
      <PageHead title="Sign in" />
      {(expired || signedOut) && (
        <Stop bare className="pb-8">
          <div className="max-w-96">
            <Notice tone="line">
              {expired ? 'Your session has ended. Sign in to go on: drafts are kept.' : 'You are signed out.'}
            </Notice>
          </div>
        </Stop>
      )}
      <CredentialsForm
        action="Sign in"
        autoCompletePassword="current-password"
        busy={signIn.isPending}
        error={signIn.error}
        onSubmit={(credentials) => {
          signIn.mutate(
            { body: credentials },
            {
              onSuccess: () => {
                router.history.replace(safeReturnPath(next));
              },
            },
          );
        }}
      />
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
