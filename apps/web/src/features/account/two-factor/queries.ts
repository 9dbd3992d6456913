import { ApiError, createPasskey } from '@app/api-client';
import {
  activateTotp,
  addPasskey,
  deactivateTotp,
  deletePasskeys,
  getPasskeyCreationOptions,
  getTotp,
  listAuthenticators,
  listRecoveryCodes,
  type ListRecoveryCodesResponse,
  regenerateRecoveryCodes,
  renamePasskey,
} from '@app/api-types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useReauthenticated } from '../reauthentication';

export const authenticatorsQuery = queryOptions({
  queryKey: ['authenticators'],
  queryFn: async ({ signal }) => (await listAuthenticators({ signal })).data.data,
});

/** A change that the server may refuse until the user has confirmed the identity. */
function useChange<Variables, Data>(change: (variables: Variables) => Promise<Data>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: useReauthenticated(change),
    onSettled: () => queryClient.invalidateQueries(authenticatorsQuery),
  });
}

export interface TotpSecret {
  secret: string;
  totp_url: string;
}

/** Returns a new secret, or null if the user has an authenticator app already, for example from another tab. */
export function useStartTotp() {
  return useChange<undefined, TotpSecret | null>(async () => {
    try {
      await getTotp();
      return null;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      return (error.body as { meta: TotpSecret }).meta;
    }
  });
}

/** Returns the recovery codes if they were created with it. */
export function useActivateTotp() {
  return useChange(async (code: string) => {
    await activateTotp({ body: { code } });
    return readNewCodes();
  });
}

export function useDeactivateTotp() {
  return useChange<undefined, unknown>(() => deactivateTotp());
}

/** Returns the recovery codes if they were created with it. */
export function useAddPasskey() {
  return useChange(async (name: string) => {
    await createPasskey(
      () => getPasskeyCreationOptions({ query: { passwordless: true } }),
      (credential) => addPasskey({ body: { name, credential } }),
    );
    return readNewCodes();
  });
}

export function useRenamePasskey() {
  return useChange((body: { id: number; name: string }) => renamePasskey({ body }));
}

export function useDeletePasskey() {
  return useChange((id: number) => deletePasskeys({ body: { authenticators: [id] } }));
}

/** Replaces the recovery codes. */
export function useRenewCodes() {
  return useChange<undefined, string[]>(async () => {
    // allauth's document does not describe the response, which is the same as that of the list.
    const { data } = (await regenerateRecoveryCodes()).data as ListRecoveryCodesResponse;
    return data.unused_codes;
  });
}

/** The server returns the codes once. */
async function readNewCodes(): Promise<string[] | null> {
  const { unused_codes: codes } = (await listRecoveryCodes()).data.data as { unused_codes?: string[] };
  return codes ?? null;
}
