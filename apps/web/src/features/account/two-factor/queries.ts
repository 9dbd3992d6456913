import { ApiError, createPasskey } from '@app/api-client';
import {
  activateTotp,
  addPasskey,
  deactivateTotp,
  deletePasskeys,
  getPasskeyCreationOptions,
  getTotp,
  listAuthenticatorsOptions,
  listAuthenticatorsQueryKey,
  listRecoveryCodes,
  regenerateRecoveryCodes,
  renamePasskey,
} from '@app/api-types';
import { useQuery } from '@tanstack/react-query';
import { useSensitiveChange } from '../queries';

export function useAuthenticators() {
  return useQuery(listAuthenticatorsOptions());
}

function useChange<Variables = void, Data = unknown>(change: (variables: Variables) => Promise<Data>) {
  return useSensitiveChange(change, listAuthenticatorsQueryKey());
}

export interface TotpSecret {
  secret: string;
  totp_url: string;
}

/** Returns a new secret, or null if the user has an authenticator app already, for example from another tab. */
export function useStartTotp() {
  return useChange(async () => {
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
  return useChange(() => deactivateTotp());
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
  return useChange(async () => (await regenerateRecoveryCodes()).data.data.unused_codes);
}

/** The server returns the codes once. */
async function readNewCodes(): Promise<string[] | null> {
  const { unused_codes: codes } = (await listRecoveryCodes()).data.data as { unused_codes?: string[] };
  return codes ?? null;
}
