import { announce, reloadSession } from '@app/api-client';
import {
  changeEmailAddress,
  type ChangePassword,
  changePassword,
  endSessionsMutation,
  getAuthConfiguration,
  listEmailAddresses,
  listEmailAddressesQueryKey,
  listSessionsOptions,
  listSessionsQueryKey,
  removeEmailAddressMutation,
  resendEmailVerificationCodeMutation,
  type VerifyEmail,
  verifyEmail,
} from '@app/api-types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useReauthenticated } from './reauthentication';

/** Changes the password, which ends all other sessions of the user. */
export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    // The server asks a user without a password to confirm the identity.
    mutationFn: useReauthenticated((body: ChangePassword) => changePassword({ body })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() });
      // The user may not have had a password before.
      await reloadSession(queryClient);
      announce('changed');
    },
  });
}

/** The address to which the user's is being changed, if any. Without verification, `canChange` is false. */
export function usePendingEmail() {
  return useQuery({
    queryKey: listEmailAddressesQueryKey(),
    queryFn: async ({ signal }) => {
      const config = await getAuthConfiguration({ signal });
      // The server would respond 404, and the query would be repeated.
      if (!config.data.data.account.email_verification_by_code_enabled) return { canChange: false, pending: null };
      const addresses = await listEmailAddresses({ signal });
      return { canChange: true, pending: addresses.data.data.find(({ verified }) => !verified)?.email ?? null };
    },
  });
}

/** Sends a code to another address. */
export function useChangeEmail() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: useReauthenticated((email: string) => changeEmailAddress({ body: { email } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listEmailAddressesQueryKey() }),
  });
}

/** Confirms another address with the code of a mail. */
export function useConfirmEmail() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: VerifyEmail) => {
      await verifyEmail({ body });
      announce('changed');
      return reloadSession(queryClient);
    },
    // After too many wrong codes the change is not pending any more.
    onSettled: () => queryClient.invalidateQueries({ queryKey: listEmailAddressesQueryKey() }),
  });
}

/** Sends another mail. Its code replaces the earlier one. */
export function useResendCode() {
  return useMutation(resendEmailVerificationCodeMutation());
}

export function useCancelEmail() {
  const queryClient = useQueryClient();
  return useMutation({
    ...removeEmailAddressMutation(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listEmailAddressesQueryKey() }),
  });
}

export function useSessions() {
  return useQuery(listSessionsOptions());
}

export function useEndSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    ...endSessionsMutation(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
}
