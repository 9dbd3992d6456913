import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { fakeApi, PASSWORD, USER } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { fakePasskeys } from '../../testing/passkeys';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';

const AUTH = '/api/auth/browser/v1/auth';
const CODE = '123456';

const pending = (id?: string, types = ['totp', 'recovery_codes', 'webauthn']) =>
  HttpResponse.json({ status: 401, data: { flows: id ? [{ id, types, is_pending: true }] : [] } }, { status: 401 });

/** Enters the password of a user with a second factor. Returns the answers to "Do not ask again". */
async function enterPassword(types?: string[]) {
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  const state = fakeApi({ signedIn: false });
  const trusted: unknown[] = [];
  server.use(
    http.post(`${AUTH}/login`, () => pending('mfa_authenticate', types)),
    http.post<never, { code: string }>(`${AUTH}/2fa/authenticate`, async ({ request }) => {
      const errors = [{ code: 'incorrect_code', param: 'code', message: 'This code is wrong.' }];
      if ((await request.json()).code !== CODE) return HttpResponse.json({ status: 400, errors }, { status: 400 });
      return pending('mfa_trust');
    }),
    http.get(`${AUTH}/webauthn/authenticate`, () =>
      HttpResponse.json({ data: { request_options: { publicKey: {} } } }),
    ),
    http.post(`${AUTH}/webauthn/authenticate`, () => pending('mfa_trust')),
    http.post<never, { trust: boolean }>(`${AUTH}/2fa/trust`, async ({ request }) => {
      trusted.push((await request.json()).trust);
      state.signedIn = true;
      return HttpResponse.json({ status: 200 });
    }),
  );
  const user = openApp('/sign-in?next=%2Fsystem');
  await user.type(await screen.findByLabelText('Email'), USER.email);
  await user.type(screen.getByLabelText('Password'), PASSWORD);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { name: 'Confirm that it is you' });
  return { user, trusted };
}

async function sendCode(user: ReturnType<typeof openApp>, code: string) {
  const field = screen.getByLabelText('Code');
  await user.clear(field);
  await user.type(field, code);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('asks for a code after the password and opens the page that was asked for', async () => {
  const { user, trusted } = await enterPassword();
  await sendCode(user, '000000');
  await waitFor(() => {
    expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(/This code is wrong\./);
  });
  await user.click(screen.getByRole('checkbox', { name: 'Do not ask again in this browser for 14 days' }));
  await sendCode(user, CODE);
  await waitFor(() => {
    expect(location.pathname).toBe('/system');
  });
  expect(trusted).toEqual([true]);
});

it('says to sign in again when the first step has expired', async () => {
  const { user } = await enterPassword();
  server.use(http.post(`${AUTH}/2fa/authenticate`, () => pending()));
  await sendCode(user, CODE);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Your sign-in has expiredGo back to sign-in and start again.',
  );
  expect(screen.getByRole('link', { name: 'Back to sign-in' })).toHaveAttribute('href', '/sign-in?next=%2Fsystem');
});

it('says how long to wait after too many codes', async () => {
  const { user } = await enterPassword();
  server.use(http.post(`${AUTH}/2fa/authenticate`, () => problem(429, 'Wait 5 minutes, then try again.')));
  await sendCode(user, CODE);
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attemptsWait 5 minutes, then try again.');
});

it('accepts a passkey as second factor', async () => {
  fakePasskeys();
  const { user, trusted } = await enterPassword(['recovery_codes', 'webauthn']);
  expect(screen.getByLabelText('Code')).toHaveAccessibleDescription('One of your recovery codes.');
  await user.click(screen.getByRole('button', { name: 'Use a passkey' }));
  await waitFor(() => {
    expect(location.pathname).toBe('/system');
  });
  expect(trusted).toEqual([false]);
});

it('offers a passkey only to users who have one', async () => {
  fakePasskeys();
  await enterPassword(['recovery_codes', 'totp']);
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull();
});

function openSignIn(respond: () => Response) {
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  const state = fakeApi({ signedIn: false });
  server.use(
    http.get(`${AUTH}/webauthn/login`, () => HttpResponse.json({ data: { request_options: { publicKey: {} } } })),
    http.post(`${AUTH}/webauthn/login`, () => {
      const response = respond();
      state.signedIn = response.ok;
      return response;
    }),
  );
  return openApp('/sign-in?next=%2Fsystem');
}

async function signInWithPasskey(respond: () => Response, answer?: () => Promise<unknown>) {
  fakePasskeys(answer);
  const user = openSignIn(respond);
  await user.click(await screen.findByRole('button', { name: 'Sign in with a passkey' }));
  return screen.findByRole('alert');
}

const REJECTED = {
  status: 400,
  errors: [{ code: 'incorrect_code', param: 'credential', message: 'Incorrect.' }],
};

it('says what to do when the user cancels the request for a passkey', async () => {
  const cancelled = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  const alert = await signInWithPasskey(() => HttpResponse.json({}), cancelled);
  expect(alert).toHaveTextContent('No passkey was usedThe request was cancelled or took too long. Try again.');
});

it('says what to do when the server does not know a passkey', async () => {
  const alert = await signInWithPasskey(() => HttpResponse.json(REJECTED, REJECTED));
  expect(alert).toHaveTextContent('The passkey was not acceptedTry again, or use another way.');
});

describe('the email field', () => {
  /** What the browser was asked. The user chooses a passkey when the test calls `choose`. */
  async function openField(respond: () => Response) {
    let request: CredentialRequestOptions | undefined;
    let choose: () => void = () => undefined;
    const answer = (asked: CredentialRequestOptions) => {
      request = asked;
      return new Promise((resolve) => {
        choose = () => {
          resolve({ toJSON: () => ({ id: 'AA' }) });
        };
      });
    };
    fakePasskeys(answer, { autofill: true });
    const user = openSignIn(respond);
    expect(await screen.findByLabelText('Email')).toHaveAttribute('autocomplete', 'username webauthn');
    await waitFor(() => {
      expect(request?.mediation).toBe('conditional');
    });
    return { user, signal: request?.signal, choose };
  }

  it('offers passkeys, and signs in with the chosen one', async () => {
    const { choose } = await openField(() => HttpResponse.json({ status: 200 }));
    choose();
    await waitFor(() => {
      expect(location.pathname).toBe('/system');
    });
  });

  it('says what to do when the server does not know the chosen passkey', async () => {
    const { choose } = await openField(() => HttpResponse.json(REJECTED, REJECTED));
    choose();
    expect(await screen.findByRole('alert')).toHaveTextContent('The passkey was not accepted');
  });

  it.each([
    ['the button asks for one', 'button', 'Sign in with a passkey'],
    ['the page is left', 'link', 'Forgot your password?'],
  ])('offers no passkey any more when %s', async (_, role, name) => {
    const { user, signal } = await openField(() => HttpResponse.json({ status: 200 }));
    expect(signal?.aborted).toBe(false);
    await user.click(screen.getByRole(role, { name }));
    await waitFor(() => {
      expect(signal?.aborted).toBe(true);
    });
  });
});
