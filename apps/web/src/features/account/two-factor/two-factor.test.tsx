import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { fakeApi } from '../../../testing/fake-api';
import { openApp } from '../../../testing/open-app';
import { fakePasskeys } from '../../../testing/passkeys';
import { problem } from '../../../testing/problem';
import { server } from '../../../testing/server';

const AUTH = '/api/auth/browser/v1/auth';
const ROOT = '/api/auth/browser/v1/account/authenticators';
const SECRET = 'JBSWY3DPEHPK3PXP';
const APP = { type: 'totp', created_at: 1_790_000_000, last_used_at: null };
const CODES = { ...APP, type: 'recovery_codes', total_code_count: 2, unused_code_count: 2 };

/** The authenticators of the user. */
let authenticators: object[] = [];

beforeEach(() => {
  authenticators = [];
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  fakeApi();
  server.use(http.get(ROOT, () => HttpResponse.json({ data: authenticators })));
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

it('sets up an authenticator app, and shows the recovery codes', async () => {
  const meta = { secret: SECRET, totp_url: `otpauth://totp/a?secret=${SECRET}` };
  server.use(
    http.get(`${ROOT}/totp`, () => HttpResponse.json({ meta }, { status: 404 })),
    http.post<never, { code: string }>(`${ROOT}/totp`, async ({ request }) => {
      const errors = [{ code: 'incorrect_code', param: 'code', message: 'This code is wrong.' }];
      if ((await request.json()).code !== '123456') return HttpResponse.json({ errors }, { status: 400 });
      authenticators = [APP, CODES];
      return HttpResponse.json({});
    }),
    http.get(`${ROOT}/recovery-codes`, () => HttpResponse.json({ data: { unused_codes: ['11112222', '33334444'] } })),
    http.post(`${ROOT}/recovery-codes`, () => HttpResponse.json({ data: { unused_codes: ['55556666'] } })),
  );
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
  const download = await screen.findByRole('link', { name: 'Download the codes' });
  expect(download).toHaveFocus();
  expect(download).toHaveAttribute('href', 'data:text/plain,11112222%0A33334444%0A');
  await press(user, 'Create new recovery codes', 'Create new codes');
  expect(await screen.findByText('55556666')).toBeVisible();
});

it('says that the device has a passkey already', async () => {
  fakePasskeys(() => Promise.reject(new DOMException('', 'InvalidStateError')));
  server.use(http.get(`${ROOT}/webauthn`, () => HttpResponse.json({ data: { creation_options: { publicKey: {} } } })));
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

it('accepts a code as confirmation of the identity, and removes the app', async () => {
  authenticators = [APP, CODES];
  const flows = [{ id: 'reauthenticate' }, { id: 'mfa_reauthenticate', types: ['totp', 'recovery_codes'] }];
  const required = { data: { flows }, meta: { is_authenticated: true } };
  server.use(
    http.delete(`${ROOT}/totp`, () => HttpResponse.json(required, { status: 401 }), { once: true }),
    http.post(`${AUTH}/2fa/reauthenticate`, () => problem(429, 'Wait 5 minutes, then try again.'), { once: true }),
    http.post(`${AUTH}/2fa/reauthenticate`, () => HttpResponse.json({})),
  );
  const user = openApp('/account');
  await press(user, 'Remove the authenticator app', 'Remove the app', 'Use your code instead');
  expect(screen.queryByRole('button', { name: 'Use your passkey instead' })).toBeNull();
  await enter(user, 'Authenticator code', '123456');
  await press(user, 'Confirm');
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attemptsWait 5 minutes');
  server.use(
    http.delete(`${ROOT}/totp`, () => {
      authenticators = [];
      return HttpResponse.json({});
    }),
  );
  await press(user, 'Confirm');
  expect(await screen.findByRole('button', { name: 'Set up an authenticator app' })).toBeVisible();
});
