import { linkLook, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useSignUp } from '../api/sign-up';
import { CredentialsForm } from '../components/credentials-form';
import { safeReturnPath } from '../return-path';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const signUp = useSignUp();
  return (
    <>
      <title>Create your account · Tandem</title>
      <PageHead title="Create your account" />
      <CredentialsForm
        action="Create account"
        autoCompletePassword="new-password"
        passwordHint="At least 8 characters, and not a common one."
        busy={signUp.isPending}
        error={signUp.error}
        onSubmit={(credentials) => {
          signUp.mutate(
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
          Have an account?{' '}
          <Link to="/sign-in" search={{ next }} className={linkLook}>
            Sign in
          </Link>
        </p>
      </Stop>
    </>
  );
}
