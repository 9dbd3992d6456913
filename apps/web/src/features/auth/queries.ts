import { announce, ApiError, clearSession, offersPasskeys, reloadSession, sendPasskey } from '@app/api-client';
import {
  type AuthenticationResponse,
  type Flow,
  getAuthenticationStatus,
  getSecondFactorPasskeyOptions,
  getSignInPasskeyOptions,
  type Login,
  requestPasswordReset,
  resendEmailVerificationCode,
  type ResetPassword,
  resetPassword,
  signIn,
  signInWithPasskey,
  signInWithSecondFactor,
  signInWithSecondFactorPasskey,
  signOut,
  type Signup,
  signUp,
  trustBrowser,
  type VerifyEmail,
  verifyEmail,
} from '@app/api-types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

export function useSignIn() {
  return useStartSession((body: Login) => signIn({ body }));
}

/** Creates an account and signs in. */
export function useSignUp() {
  return useStartSession((body: Signup) => signUp({ body }));
}

/** Signs in with a passkey in place of email and password. */
export function useSignInWithPasskey() {
  return useStartSession((request: CredentialRequestOptions) =>
    sendPasskey(getSignInPasskeyOptions, signInWithPasskey, request),
  );
}

/** Lets the browser offer passkeys in the email field, until the user signs in in another way or leaves the page. */
export function usePasskeyAutofill(isActive: boolean) {
  const { mutate, error } = useSignInWithPasskey();
  useEffect(() => {
    if (!isActive) return;
    const controller = new AbortController();
    const { signal } = controller;
    void offersPasskeys().then((isOffered) => {
      if (isOffered && !signal.aborted) mutate({ mediation: 'conditional', signal });
    });
    return () => {
      controller.abort();
    };
  }, [isActive, mutate]);
  // The user has not asked for it, so errors of the request for the options are not shown.
  return error?.kind === 'passkey' ? error : null;
}

interface SecondFactor {
  /** Of an authenticator app, or a recovery code. Null: use a passkey. */
  code: string | null;
  /** Do not ask again in this browser. */
  trust: boolean;
}

/** Signs in with the second factor. */
export function useSecondFactor() {
  return useStartSession(async ({ code, trust }: SecondFactor) => {
    try {
      if (code === null) await sendPasskey(getSecondFactorPasskeyOptions, signInWithSecondFactorPasskey);
      else await signInWithSecondFactor({ body: { code } });
    } catch (error) {
      if (!findPending(error, 'mfa_trust')) throw error;
      await trustBrowser({ body: { trust } });
    }
  });
}

/** Continues a sign-in that began at the provider: allauth says which step is next, as it does after a password. */
export function useContinueSignIn() {
  return useStartSession(() => getAuthenticationStatus());
}

/** Confirms the email address with the code of a mail, and signs in. */
export function useVerifyEmail() {
  return useStartSession((body: VerifyEmail) => verifyEmail({ body }));
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
        if (!findPending(error, 'password_reset_by_code')) throw error;
      }
    },
  });
}

/** Sets a new password with the code of a mail, and signs in. */
export function useResetPassword() {
  return useStartSession((body: ResetPassword) => resetPassword({ body }));
}

/** Returns the flow of which allauth waits for the next step, if it answered 401 for that reason. */
function findPending(error: unknown, flow: Flow['id']): Flow | undefined {
  if (!(error instanceof ApiError) || error.status !== 401) return undefined;
  const { data } = (error.body ?? {}) as Partial<AuthenticationResponse>;
  return data?.flows.find(({ id, is_pending: isPending }) => id === flow && isPending);
}

/**
 * If another tab has signed in meanwhile, allauth answers 409, and the session of that tab is used. If the email address
 * is not confirmed yet, or the user has a second factor, the page for the code opens.
 */
function useStartSession<Credentials = void>(start: (credentials: Credentials) => Promise<unknown>) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation<unknown, ApiError, Credentials>({
    mutationFn: async (credentials) => {
      try {
        await start(credentials);
      } catch (error) {
        const secondFactor = findPending(error, 'mfa_authenticate');
        if (secondFactor) {
          const state = { secondFactors: secondFactor.types };
          await navigate({ to: '/two-factor', search: (search) => ({ next: search.next }), state });
          return;
        }
        if (findPending(error, 'verify_email')) {
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
      announce('changed');
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
      clearSession(queryClient);
    },
  });
}
