import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { fakeApi, fakeReauthentication } from '../../../testing/fake-api';
import { openApp } from '../../../testing/open-app';
import { fakePasskeys } from '../../../testing/passkeys';
import { problem } from '../../../testing/problem';
import { server } from '../../../testing/server';

const ROOT = '/api/auth/browser/v1/account/authenticators';
const SECRET = 'JBSWY3DPEHPK3PXP';
const CODES = ['11112222', '33334444'];
const USED = { created_at: 1_790_000_000, last_used_at: null };

interface Passkey {
  id: number;
  name: string;
}

/** The authenticators of the user. Recovery codes are in the first response that lists them. */
const account = { app: false, passkeys: [] as Passkey[], shown: false };

beforeEach(() => {
  Object.assign(account, { app: false, passkeys: [], shown: false });
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  fakeApi();
  const ok = (data: unknown) => HttpResponse.json({ status: 200, data });
  server.use(
    http.get(ROOT, () => {
      const passkeys = account.passkeys.map((passkey) => ({ ...passkey, type: 'webauthn', ...USED }));
      const apps = account.app ? [{ type: 'totp', ...USED }] : [];
      const codes = { type: 'recovery_codes', total_code_count: 2, unused_code_count: 2, ...USED };
      return ok(passkeys.length + apps.length > 0 ? [...apps, ...passkeys, codes] : []);
    }),
    http.get(`${ROOT}/totp`, () =>
      HttpResponse.json(
        { status: 404, meta: { secret: SECRET, totp_url: `otpauth://totp/a?secret=${SECRET}` } },
        { status: 404 },
      ),
    ),
    http.post<never, { code: string }>(`${ROOT}/totp`, async ({ request }) => {
      const errors = [{ code: 'incorrect_code', param: 'code', message: 'This code is wrong.' }];
      if ((await request.json()).code !== '123456') return HttpResponse.json({ status: 400, errors }, { status: 400 });
      account.app = true;
      return ok({});
    }),
    http.delete(`${ROOT}/totp`, () => {
      account.app = false;
      return ok({});
    }),
    http.get(`${ROOT}/recovery-codes`, () => {
      const data = account.shown ? {} : { unused_codes: CODES };
      account.shown = true;
      return ok(data);
    }),
    http.post(`${ROOT}/recovery-codes`, () => ok({ unused_codes: ['55556666'] })),
    http.get(`${ROOT}/webauthn`, () => ok({ creation_options: { publicKey: {} } })),
    http.post<never, { name: string }>(`${ROOT}/webauthn`, async ({ request }) => {
      account.passkeys.push({ id: 5, name: (await request.json()).name });
      return ok({});
    }),
    http.put<never, Passkey>(`${ROOT}/webauthn`, async ({ request }) => {
      account.passkeys = [await request.json()];
      return ok({});
    }),
    http.delete(`${ROOT}/webauthn`, () => {
      account.passkeys = [];
      return ok({});
    }),
  );
});

type User = ReturnType<typeof openApp>;

async function press(user: User, ...names: string[]) {
  for (const name of names) await user.click(await screen.findByRole('button', { name }));
}

async function enter(user: User, label: string, text: string) {
  const field = await screen.findByLabelText(label);
  await user.clear(field);
  await user.type(field, text);
}

it('sets up an authenticator app, shows recovery codes once, and removes the app', async () => {
  const user = openApp('/account');
  await press(user, 'Set up an authenticator app');
  expect(await screen.findByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  expect(screen.getByText(SECRET)).toBeVisible();
  await enter(user, 'Code from the app', '000000');
  await press(user, 'Add the app');
  await waitFor(() => {
    expect(screen.getByLabelText('Code from the app')).toHaveAccessibleDescription('This code is wrong.');
  });
  await enter(user, 'Code from the app', '123456');
  await press(user, 'Add the app');
  expect(await screen.findByText('11112222')).toBeVisible();
  const download = screen.getByRole('link', { name: 'Download the codes' });
  expect(download).toHaveFocus();
  expect(download).toHaveAttribute('href', 'data:text/plain,11112222%0A33334444%0A');

  await press(user, 'Create new recovery codes', 'Create new codes');
  expect(await screen.findByText('55556666')).toBeVisible();
  await press(user, 'Remove the authenticator app', 'Remove the app');
  expect(await screen.findByRole('button', { name: 'Set up an authenticator app' })).toBeVisible();
  expect(screen.queryByText('55556666')).toBeNull();
});

it('adds, renames and removes a passkey', async () => {
  fakePasskeys();
  const user = openApp('/account');
  await press(user, 'Add a passkey');
  await enter(user, 'Name of the passkey', 'Phone');
  await press(user, 'Add passkey');
  expect(await screen.findByRole('heading', { name: 'Phone' })).toBeVisible();
  expect(screen.getByText('11112222')).toBeVisible();
  await press(user, 'Rename Phone');
  await enter(user, 'Name of the passkey', 'Old phone');
  await press(user, 'Save name', 'Remove Old phone', 'Remove passkey');
  await waitFor(() => {
    expect(screen.queryByRole('heading', { name: 'Old phone' })).toBeNull();
  });
});

it('says that the device has a passkey already', async () => {
  fakePasskeys(() => Promise.reject(new DOMException('', 'InvalidStateError')));
  const user = openApp('/account');
  await press(user, 'Add a passkey');
  await enter(user, 'Name of the passkey', 'Phone');
  await press(user, 'Add passkey');
  expect(await screen.findByRole('alert')).toHaveTextContent('This device already has a passkey');
});

it('says why a browser cannot add a passkey', async () => {
  openApp('/account');
  expect(await screen.findByText(/Passkeys need HTTPS and a domain name\./)).toBeVisible();
});

it('accepts a code or a passkey as confirmation of the identity', async () => {
  fakePasskeys();
  account.app = true;
  const state = fakeReauthentication();
  const flows = [{ id: 'reauthenticate' }, { id: 'mfa_reauthenticate', types: ['totp', 'recovery_codes', 'webauthn'] }];
  server.use(
    http.delete(`${ROOT}/totp`, () =>
      HttpResponse.json({ status: 401, data: { flows }, meta: { is_authenticated: true } }, { status: 401 }),
    ),
    http.post('/api/auth/browser/v1/auth/2fa/reauthenticate', () => problem(429, 'Wait 5 minutes, then try again.')),
    http.get('/api/auth/browser/v1/auth/webauthn/reauthenticate', () =>
      HttpResponse.json({ data: { request_options: { publicKey: {} } } }),
    ),
    http.post('/api/auth/browser/v1/auth/webauthn/reauthenticate', () => {
      state.isConfirmed = true;
      server.use(
        http.delete(`${ROOT}/totp`, () => {
          account.app = false;
          return HttpResponse.json({ status: 200 });
        }),
      );
      return HttpResponse.json({ status: 200 });
    }),
  );
  const user = openApp('/account');
  await press(user, 'Remove the authenticator app', 'Remove the app', 'Use your code instead');
  await enter(user, 'Authenticator code', '123456');
  await press(user, 'Confirm');
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attemptsWait 5 minutes');
  await press(user, 'Use your passkey instead', 'Use a passkey');
  expect(await screen.findByRole('button', { name: 'Set up an authenticator app' })).toBeVisible();
});

it('offers to load the authenticators again after an error', async () => {
  server.use(http.get(ROOT, () => problem(403, 'Reload the page.'), { once: true }));
  const user = openApp('/account');
  await press(user, 'Try again');
  expect(await screen.findByRole('button', { name: 'Set up an authenticator app' })).toBeVisible();
});
