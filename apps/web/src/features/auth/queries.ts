import { ApiError, reloadSession, sessionQuery } from '@app/api-client';
import {
  type Login,
  requestPasswordReset,
  resendEmailVerificationCode,
  type ResetPassword,
  resetPassword,
  signIn,
  signOut,
  type Signup,
  signUp,
  type VerifyEmail,
  verifyEmail,
} from '@app/api-types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { announce } from './session-channel';

export function useSignIn() {
  return useStartSession((credentials: { body: Login }) => signIn(credentials));
}

/** Creates an account and signs in. */
export function useSignUp() {
  return useStartSession((credentials: { body: Signup }) => signUp(credentials));
}

/** Confirms the email address with the code of a mail, and signs in. */
export function useVerifyEmail() {
  return useStartSession((code: { body: VerifyEmail }) => verifyEmail(code));
}

/** Sends another mail. Its code replaces the earlier one. */
export function useResendCode() {
  return useMutation({ mutationFn: () => resendEmailVerificationCode() });
}

/** Sends a mail with a code, or one that says that the address has no account. */
export function useRequestPasswordReset() {
  return useMutation({
    mutationFn: async (email: string) => {
      try {
        await requestPasswordReset({ body: { email } });
      } catch (error) {
        if (!isPending(error, 'password_reset_by_code')) throw error;
      }
    },
  });
}

/** Sets a new password with the code of a mail, and signs in. */
export function useResetPassword() {
  return useStartSession((reset: { body: ResetPassword }) => resetPassword(reset));
}

/** Whether allauth answered 401 because it waits for the next step of a flow. */
function isPending(error: unknown, flow: string): boolean {
  if (!(error instanceof ApiError) || error.status !== 401) return false;
  const { data } = error.body as { data?: { flows?: { id: string; is_pending?: boolean }[] } };
  return data?.flows?.some(({ id, is_pending: pending }) => id === flow && pending === true) ?? false;
}

/**
 * If another tab has signed in meanwhile, allauth answers 409, and the session of that tab is used. If the email address
 * is not confirmed yet, the page for the code opens.
 */
function useStartSession<Credentials>(start: (credentials: { body: Credentials }) => Promise<unknown>) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation<unknown, ApiError, { body: Credentials }>({
    mutationFn: async (credentials) => {
      try {
        await start(credentials);
      } catch (error) {
        if (isPending(error, 'verify_email')) {
          await navigate({ to: '/verify-email', search: (search) => ({ next: search.next }) });
          return;
        }
        const isConflict = error instanceof ApiError && error.status === 409;
        if (!isConflict || (await reloadSession(queryClient)) === null) throw error;
        return;
      }
      await reloadSession(queryClient);
    },
    onSuccess: () => {
      announce('signed-in');
    },
  });
}

/** Signs out. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await signOut();
      } catch (error) {
        // allauth answers 401 after signing out.
        if (!(error instanceof ApiError && error.status === 401)) throw error;
      }
    },
    onSuccess: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      announce('signed-out');
    },
  });
}
