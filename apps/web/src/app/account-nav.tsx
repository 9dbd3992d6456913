import { describeError } from '@app/api-client';
import { AlertDialog, Button, hasDrafts, removeAllDrafts, toast, Toasts } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery, useSignOut } from '../features/auth/queries';

/** Button to sign out, which asks before unsaved changes are deleted, and the messages of the pages. */
export function AccountNav({ className }: { className: string }) {
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
      <AlertDialog
        open={isAsking}
        onOpenChange={(open) => {
          if (open && !hasDrafts()) endSession();
          else setAsking(open);
        }}
        trigger={
          <Button
            look="quiet"
            className={className}
            busy={signOut.isPending}
            title={`Signed in as ${session.data.email}`}
          >
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
