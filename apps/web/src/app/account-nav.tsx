import { describeError } from '@app/api-client';
import { AlertDialog, Button, buttonLook, hasDrafts, removeAllDrafts, toast } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery, useSignOut } from '../features/auth/queries';

// The negative margin aligns the text, not the padding, with the edge of the page.
const CLASSES = '-mr-1.5 px-1.5! text-sm! sm:-mr-3 sm:px-3! sm:text-base!';

/** Link to sign in, or button to sign out. It asks before unsaved changes are deleted. */
export function AccountNav() {
  const session = useQuery(sessionQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  if (session.data === undefined) return null;
  if (session.data === null) {
    return (
      <Link to="/sign-in" className={`${buttonLook('quiet')} ${CLASSES}`}>
        Sign in
      </Link>
    );
  }

  function endSession(): void {
    signOut.mutate(undefined, {
      onSuccess: () => {
        removeAllDrafts();
        void navigate({ to: '/sign-in', search: { signedOut: true } });
      },
      onError: (error) => {
        setAsking(false);
        toast(`You are still signed in. ${describeError(error).detail}`);
      },
    });
  }

  return (
    <AlertDialog
      open={isAsking}
      onOpenChange={(open) => {
        if (open && !hasDrafts()) endSession();
        else setAsking(open);
      }}
      trigger={
        <Button look="quiet" className={CLASSES} busy={signOut.isPending} title={`Signed in as ${session.data.email}`}>
          Sign out
        </Button>
      }
      title="Sign out without saving?"
      confirm="Discard and sign out"
      busy={signOut.isPending}
      onConfirm={endSession}
    >
      Your unsaved changes will be lost.
    </AlertDialog>
  );
}
