import {
  announce,
  authConfigurationQuery,
  clearSession,
  openProvider,
  refetchDelay,
  reloadSession,
} from '@app/api-client';
import {
  changeEmailAddress,
  type ChangePassword,
  changePassword,
  deleteAccount,
  disconnectProviderAccount,
  endSessionsMutation,
  getDataExportOptions,
  getDataExportQueryKey,
  listEmailAddresses,
  listEmailAddressesQueryKey,
  listProviderAccountsOptions,
  listProviderAccountsQueryKey,
  listSessionsOptions,
  listSessionsQueryKey,
  type ProviderAccount,
  removeEmailAddressMutation,
  requestDataExport,
  resendEmailVerificationCodeMutation,
  type VerifyEmail,
  verifyEmail,
} from '@app/api-types';
import { removeAllDrafts } from '@app/ui';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useReauthenticated } from './reauthentication';

const POLL_MS = 2_000;

/** A change that the server may refuse until the user has confirmed the identity. Afterwards the query is loaded again. */
export function useSensitiveChange<Variables = void, Data = unknown>(
  request: (variables: Variables) => Promise<Data>,
  queryKey: QueryKey,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: useReauthenticated(request),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

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
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: listEmailAddressesQueryKey(),
    queryFn: async ({ signal }) => {
      const { account } = await queryClient.fetchQuery(authConfigurationQuery);
      // The server would respond 404, and the query would be repeated.
      if (!account.email_verification_by_code_enabled) return { canChange: false, pending: null };
      const addresses = await listEmailAddresses({ signal });
      return { canChange: true, pending: addresses.data.data.find(({ verified }) => !verified)?.email ?? null };
    },
  });
}

/** Sends a code to another address. */
export function useChangeEmail() {
  return useSensitiveChange((email: string) => changeEmailAddress({ body: { email } }), listEmailAddressesQueryKey());
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

/** The accounts at the provider that are connected with this one. */
export function useProviderAccounts() {
  return useQuery(listProviderAccountsOptions());
}

/** Opens the provider, which leads back to the account page. */
export function useConnectProvider() {
  return useMutation({ mutationFn: useReauthenticated((id: string) => openProvider(id, 'connect', '/account')) });
}

export function useDisconnectProvider() {
  return useSensitiveChange(
    ({ uid, provider }: ProviderAccount) =>
      disconnectProviderAccount({ body: { provider: provider.id, account: uid } }),
    listProviderAccountsQueryKey(),
  );
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

/** The state of the data export. It is read again while the worker writes the file. */
export function useDataExport() {
  return useQuery({
    ...getDataExportOptions(),
    refetchInterval: ({ state: { data, error } }) => {
      if (error) return refetchDelay(error);
      return data?.export?.status === 'pending' ? POLL_MS : false;
    },
  });
}

export function useRequestDataExport() {
  return useSensitiveChange(() => requestDataExport(), getDataExportQueryKey());
}

/** Deletes the account and opens the start page. */
export function useDeleteAccount() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: useReauthenticated(() => deleteAccount()),
    onSuccess: () => {
      removeAllDrafts();
      clearSession(queryClient);
      void navigate({ to: '/', state: { accountDeleted: true } });
    },
  });
}
