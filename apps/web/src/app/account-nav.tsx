import { describeError, sessionQuery } from '@app/api-client';
import { AlertDialog, Button, hasDrafts, removeAllDrafts, toast, Toasts } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignOut } from '../features/auth/queries';

/**
 * Link to the account, button to sign out, which asks before unsaved changes are deleted, and the messages of the pages.
 */
export function AccountNav({ linkClass, buttonClass }: { linkClass: string; buttonClass: string }) {
  const session = useQuery(sessionQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  if (!session.data) return null;

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
    <>
      <Link to="/account" className={linkClass} title={`Signed in as ${session.data.email}`}>
        Account
      </Link>
      <AlertDialog
        open={isAsking}
        onOpenChange={(open) => {
          if (open && !hasDrafts()) endSession();
          else setAsking(open);
        }}
        trigger={
          <Button look="quiet" className={buttonClass} busy={signOut.isPending}>
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
      <Toasts />
    </>
  );
}
