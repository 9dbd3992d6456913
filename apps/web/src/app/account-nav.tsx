import { describeError } from '@app/api-client';
import { Button, buttonLook, removeAllDrafts, toast } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { sessionQuery, useSignOut } from '../features/auth/queries';

// The negative margin aligns the text, not the padding, with the edge of the page.
const CLASSES = '-mr-1.5 px-1.5! text-sm! sm:-mr-3 sm:px-3! sm:text-base!';

/** Link to sign in, or button to sign out. */
export function AccountNav() {
  const session = useQuery(sessionQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  if (session.data === undefined) return null;
  if (session.data === null) {
    return (
      <Link to="/sign-in" className={`${buttonLook('quiet')} ${CLASSES}`}>
        Sign in
      </Link>
    );
  }
  return (
    <Button
      look="quiet"
      className={CLASSES}
      busy={signOut.isPending}
      title={`Signed in as ${session.data.email}`}
      onClick={() => {
        signOut.mutate(undefined, {
          onSuccess: () => {
            removeAllDrafts();
            void navigate({ to: '/sign-in', search: { signedOut: true } });
          },
          onError: (error) => {
            toast(`You are still signed in. ${describeError(error).detail}`);
          },
        });
      }}
    >
      Sign out
    </Button>
  );
}
