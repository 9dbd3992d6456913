import { ApiError } from './api-error';

/** What the server calls a credential, as JSON. */
type Credential = Record<string, unknown>;

/** Texts for exceptions of the browser: https://www.w3.org/TR/webauthn-3/#sctn-op-get-assertion */
const TEXTS: Record<string, readonly [title: string, detail: string]> = {
  NotAllowedError: ['No passkey was used', 'The request was cancelled or took too long. Try again.'],
  InvalidStateError: ['This device already has a passkey', 'Use it to sign in, or remove it before you add a new one.'],
};
const UNUSABLE = ['The browser cannot use a passkey here', 'Try another browser or another way.'] as const;
const REJECTED = ['The passkey was not accepted', 'Try again, or use another way.'] as const;

/** Older browsers and pages without TLS have no passkeys. They belong to a domain, so an IP address cannot have any. */
export function supportsPasskeys(): boolean {
  const isAddress = /^[\d.]+$|^\[/.test(location.hostname);
  return !isAddress && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Whether the browser can offer passkeys in a field with `autocomplete="webauthn"`. */
export async function offersPasskeys(): Promise<boolean> {
  return supportsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());
}

/**
 * Asks the browser for one of the user's passkeys, and sends its signature.
 *
 * @param request - how to ask: at once by default
 */
export async function sendPasskey<Data>(
  load: () => Promise<{ data: { data: { request_options: Record<string, unknown> } } }>,
  send: (options: { body: { credential: Credential } }) => Promise<Data>,
  request: CredentialRequestOptions = {},
): Promise<Data> {
  const options = (await load()).data.data.request_options.publicKey as PublicKeyCredentialRequestOptionsJSON;
  const credential = await readCredential(() =>
    navigator.credentials.get({ ...request, publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
  return explainRejection(send({ body: { credential } }));
}

/** Lets the browser create a passkey, and sends its public key. */
export async function createPasskey<Data>(
  load: () => Promise<{ data: { data: { creation_options: Record<string, unknown> } } }>,
  send: (credential: Credential) => Promise<Data>,
): Promise<Data> {
  const options = (await load()).data.data.creation_options.publicKey as PublicKeyCredentialCreationOptionsJSON;
  const credential = await readCredential(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  return explainRejection(send(credential));
}

async function readCredential(ask: () => Promise<globalThis.Credential | null>): Promise<Credential> {
  try {
    return { ...((await ask()) as PublicKeyCredential).toJSON() };
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw passkeyError(cause, TEXTS[(cause as Error).name] ?? UNUSABLE);
  }
}

/** The server names the field `credential`, which no form has. */
async function explainRejection<Data>(response: Promise<Data>): Promise<Data> {
  try {
    return await response;
  } catch (error) {
    throw error instanceof ApiError && error.status === 400 ? passkeyError(error, REJECTED) : error;
  }
}

function passkeyError(cause: unknown, [title, detail]: readonly [string, string]): ApiError {
  const { status = 0, requestId = null } = cause instanceof ApiError ? cause : {};
  return new ApiError({
    kind: 'passkey',
    status,
    title,
    detail,
    requestId,
    fieldErrors: {},
    retryAfterSeconds: null,
    body: undefined,
    cause,
  });
}
