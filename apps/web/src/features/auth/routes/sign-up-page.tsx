import { linkLook, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CredentialsForm } from '../components/credentials-form';
import { ProviderButton } from '../components/provider-button';
import { useSignUp } from '../queries';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const { next } = route.useSearch();
  const signUp = useSignUp();
  return (
    <>
      <PageHead title="Create your account" />
      <CredentialsForm
        action="Create account"
        autoCompletePassword="new-password"
        passwordHint="At least 8 characters. Common passwords are not accepted."
        busy={signUp.isPending}
        error={signUp.error}
        onSubmit={(credentials) => signUp.mutateAsync(credentials)}
      />
      <ProviderButton next={next} />
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
