import { draftKey, writeDraft } from '@app/ui';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { fakeApi, PASSWORD, USER } from '../../testing/fake-api';
import { gate } from '../../testing/gate';
import { openApp } from '../../testing/open-app';
import { server } from '../../testing/server';
import { HOME } from './return-path';

type User = ReturnType<typeof openApp>;

async function signIn(user: User, password = PASSWORD) {
  await user.type(await screen.findByLabelText('Email'), USER.email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('opens the home page after signing in when the given address has another origin', async () => {
  fakeApi({ signedIn: false });
  // The page is not part of this test.
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in?next=%2F%2Fevil.example%2Fnotes');
  await signIn(user);
  await waitFor(() => {
    expect(location.href).toBe(`${location.origin}${HOME}`);
  });
});

it('signs in although an earlier request for the session is answered late', async () => {
  const session = fakeApi({ signedIn: false });
  const user = openApp('/sign-in?next=/system');
  await screen.findByLabelText('Email');
  const { opened, open } = gate();
  server.use(
    http.get(
      '/api/session',
      async () => {
        await opened;
        return HttpResponse.json({ user: null });
      },
      { once: true },
    ),
  );
  dispatchEvent(new Event('visibilitychange'));
  await signIn(user);
  await waitFor(() => {
    expect(session.signedIn).toBe(true);
  });
  open();
  expect(await screen.findByTitle(`Signed in as ${USER.email}`)).toBeVisible();
});

it('shows why signing in failed next to the field, and keeps what was typed', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in');
  await signIn(user, 'wrong');
  const password = screen.getByLabelText('Password');
  await waitFor(() => {
    expect(password).toHaveAccessibleDescription('The password is wrong.');
  });
  expect(screen.getByLabelText('Email')).toHaveValue(USER.email);
  expect(password).toHaveValue('wrong');
});

it('shows an error that belongs to no field', async () => {
  fakeApi({ signedIn: false });
  const problem = { type: 'about:blank', title: 'Too Many Requests', status: 429, detail: 'Wait 5 minutes.' };
  server.use(http.post('/api/auth/browser/v1/auth/login', () => HttpResponse.json(problem, { status: 429 })));
  const user = openApp('/sign-in');
  await signIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Too many attemptsWait 5 minutes\./);
});

it('shows why an account cannot be created next to the field', async () => {
  fakeApi({ signedIn: false });
  const errors = [{ code: 'password_too_common', param: 'password', message: 'This password is too common.' }];
  server.use(
    http.post('/api/auth/browser/v1/auth/signup', () => HttpResponse.json({ status: 400, errors }, { status: 400 })),
  );
  const user = openApp('/sign-up');
  await user.type(await screen.findByLabelText('Email'), USER.email);
  await user.type(screen.getByLabelText('Password'), 'password');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  expect(await screen.findByText('This password is too common.')).toBeVisible();
});

it.each(['/', '/sign-in?next=/system', '/sign-in?next=5', '/sign-up'])(
  'redirects signed-in users from %s',
  async (address) => {
    server.use(http.all('*', () => new Promise<never>(() => undefined)));
    fakeApi();
    openApp(address);
    await waitFor(() => {
      expect(location.pathname).toBe(address.includes('system') ? '/system' : HOME);
    });
  },
);

it('asks before sign-out deletes unsaved changes', async () => {
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  const state = fakeApi();
  const key = draftKey(String(USER.id), 'notes');
  writeDraft(key, { values: { title: 'Secret' }, version: null });
  const user = openApp('/system');
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(state.signedIn).toBe(true);
  expect(localStorage.getItem(key)).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await user.click(await screen.findByRole('button', { name: 'Discard and sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  expect(state.signedIn).toBe(false);
  expect(localStorage.getItem(key)).toBeNull();
});
