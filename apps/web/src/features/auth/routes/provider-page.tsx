import { buttonLook, PageHead, Stop } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useContinueSignIn } from '../queries';

const route = getRouteApi('/sign-in/provider');

/** What happened and what to do, by the error that the API adds to the address of this page. */
const ERRORS = new Map<string | undefined, readonly [title: string, detail: string]>(
  Object.entries({
    cancelled: ['You cancelled at the provider', 'Nothing has changed. Try again, or use your email and password.'],
    email_taken: [
      'This email already has an account',
      'Sign in with your password, then connect the provider on your account page. If you have no password, use “Forgot your password?” to choose one.',
    ],
    no_email: [
      'The provider did not send your email address',
      'Allow the provider to share it, or create an account with email and password.',
    ],
    signup_closed: ['You have no account here', 'Ask an administrator to create one.'],
    connected_other: [
      'The provider is connected to another account',
      'Sign in through the provider to open that account, and disconnect it there first.',
    ],
    reauthentication_required: ['This took too long', 'Open your account page and connect the provider again.'],
  }),
);
const UNKNOWN = [
  'The sign-in at the provider failed',
  'The provider may be unavailable, or this address was opened twice. Try again, or use your email and password.',
] as const;

/** The page to which the provider leads back. Usually the router has already opened another one. */
export function ProviderPage() {
  const { next, error, error_process: process } = route.useSearch();
  const { mutate: proceed, isError } = useContinueSignIn();
  const isDone = error === undefined;
  useEffect(() => {
    if (isDone) proceed();
  }, [isDone, proceed]);
  if (isDone && !isError) return <PageHead title="Signing in" />;

  const [title, detail] = ERRORS.get(error) ?? UNKNOWN;
  return (
    <>
      <PageHead title={title} />
      <Stop tone="line" className="pb-7">
        <p className="max-w-96">{detail}</p>
      </Stop>
      <Stop bare className="pb-10">
        {process === 'connect' ? (
          <Link to="/account" className={buttonLook('main')}>
            Back to your account
          </Link>
        ) : (
          <Link to="/sign-in" search={{ next }} className={buttonLook('main')}>
            Back to sign-in
          </Link>
        )}
      </Stop>
    </>
  );
}
