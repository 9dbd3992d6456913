import { onTestFinished, vi } from 'vitest';

/** Simulates a browser with a passkey. `answer` is what the user does when the browser asks. */
export function fakePasskeys(answer: () => Promise<unknown> = () => Promise.resolve({ toJSON: () => ({ id: 'AA' }) })) {
  const parse = (options: unknown) => options;
  vi.stubGlobal('PublicKeyCredential', { parseRequestOptionsFromJSON: parse, parseCreationOptionsFromJSON: parse });
  vi.stubGlobal('navigator', Object.assign(navigator, { credentials: { get: answer, create: answer } }));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}
