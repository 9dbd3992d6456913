import { onTestFinished, vi } from 'vitest';

type Answer = (request: CredentialRequestOptions) => Promise<unknown>;

/** Simulates a browser with a passkey. `answer` is what the user does when the browser asks. */
export function fakePasskeys(
  answer: Answer = () => Promise.resolve({ toJSON: () => ({ id: 'AA' }) }),
  { autofill = false } = {},
) {
  const parse = (options: unknown) => options;
  vi.stubGlobal('PublicKeyCredential', {
    parseRequestOptionsFromJSON: parse,
    parseCreationOptionsFromJSON: parse,
    isConditionalMediationAvailable: () => Promise.resolve(autofill),
  });
  vi.stubGlobal('navigator', Object.assign(navigator, { credentials: { get: answer, create: answer } }));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}
