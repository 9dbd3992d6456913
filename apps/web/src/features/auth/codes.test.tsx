import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { CODE, fakeApi, PASSWORD, USER } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';

const AUTH = '/api/auth/browser/v1/auth';
type User = ReturnType<typeof openApp>;

async function fill(user: User, fields: Record<string, string>, button: string) {
  for (const [label, value] of Object.entries(fields)) {
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    await user.type(field, value);
  }
  await user.click(screen.getByRole('button', { name: button }));
}

/** The page that opens after signing in is not part of these tests: its requests stay open. */
function fakeAccounts() {
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  fakeApi({ signedIn: false });
}

async function signUp() {
  fakeAccounts();
  const user = openApp('/sign-up?next=%2Fsystem');
  await fill(user, { Email: USER.email, Password: PASSWORD }, 'Create account');
  await screen.findByRole('heading', { name: 'Confirm your email address' });
  return user;
}

async function requestReset() {
  fakeAccounts();
  const user = openApp('/sign-in?next=%2Fsystem');
  await user.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
  await screen.findByRole('heading', { name: 'Choose a new password' });
  await fill(user, { Email: USER.email }, 'Send a code');
  return user;
}

it('signs up with the code of the mail and opens the page that was asked for', async () => {
  const user = await signUp();
  await fill(user, { Code: 'WRONG' }, 'Confirm');
  await waitFor(() => {
    expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(/This code is wrong\./);
  });
  await fill(user, { Code: CODE }, 'Confirm');
  await waitFor(() => {
    expect(location.pathname).toBe('/system');
  });
});

it('sets a new password with the code of the mail and opens the page that was asked for', async () => {
  const user = await requestReset();
  await fill(user, { Code: CODE, 'New password': PASSWORD }, 'Set password and sign in');
  await waitFor(() => {
    expect(location.pathname).toBe('/system');
  });
});

it('says how to get a new code when the code is used, expired or was tried too often', async () => {
  const user = await signUp();
  server.use(http.post(`${AUTH}/email/verify`, () => HttpResponse.json({ status: 409 }, { status: 409 })));
  await fill(user, { Code: CODE }, 'Confirm');
  expect(await screen.findByRole('alert')).toHaveTextContent('This code is no longer validSign in to get a new one.');
});

it('sends a new code', async () => {
  const user = await signUp();
  server.use(http.post(`${AUTH}/email/verify/resend`, () => HttpResponse.json({ status: 200 })));
  await user.click(screen.getByRole('button', { name: 'Send a new code' }));
  expect(await screen.findByText('We sent you a new code.')).toBeVisible();
});

it('starts the reset again for a new code', async () => {
  const user = await requestReset();
  await user.click(await screen.findByRole('button', { name: 'Send a new code' }));
  expect(await screen.findByRole('button', { name: 'Send a code' })).toBeVisible();
});

it('says that the installation sends no mail', async () => {
  fakeApi({ signedIn: false });
  server.use(http.post(`${AUTH}/password/request`, () => problem(404, 'This installation sends no mail.')));
  const user = openApp('/reset-password');
  await fill(user, { Email: USER.email }, 'Send a code');
  expect(await screen.findByRole('alert')).toHaveTextContent('This installation sends no mail.');
});
