import { describeError } from '@app/api-client';
import { Button, buttonLook, toast } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../features/auth/api/session';
import { useSignOut } from '../features/auth/api/sign-out';
import { dropAllDrafts } from '../features/notes/drafts';

// Its edge, not its padding, stands on the page's own edge.
const PLACE = '-mr-1.5 px-1.5! text-sm! sm:-mr-3 sm:px-3! sm:text-base!';

/** The way in or the way out. */
export function AccountNav() {
  const session = useQuery(sessionQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  if (session.data === undefined) return null;
  if (session.data === null) {
    return (
      <Link to="/sign-in" className={`${buttonLook('quiet')} ${PLACE}`}>
        Sign in
      </Link>
    );
  }
  return (
    <Button
      look="quiet"
      className={PLACE}
      busy={signOut.isPending}
      title={`Signed in as ${session.data.email ?? session.data.display}`}
      onClick={() => {
        signOut.mutate(undefined, {
          onSuccess: () => {
            dropAllDrafts();
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
