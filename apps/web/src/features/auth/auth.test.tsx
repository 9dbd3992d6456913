import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { fakeApi, makeNote, PASSWORD, USER } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { server } from '../../testing/server';

type User = ReturnType<typeof openApp>;

async function signIn(user: User, password = PASSWORD) {
  await user.type(await screen.findByLabelText('Email'), USER.email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('leads to the page that was asked for after signing in', async () => {
  const note = makeNote();
  fakeApi({ signedIn: false, notes: [note] });
  const user = openApp(`/notes/${note.id}`);
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  await signIn(user);
  expect(await screen.findByLabelText('Title')).toHaveValue(note.title);
});

it('leads nowhere else when the address names another origin', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in?next=%2F%2Fevil.example%2Fnotes');
  await signIn(user);
  expect(await screen.findByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
  expect(location.href).toBe(`${location.origin}/notes`);
});

it('shows why signing in was refused beside the field, and keeps what was typed', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in');
  await signIn(user, 'wrong');
  const password = screen.getByLabelText('Password');
  await waitFor(() => {
    expect(password).toHaveAccessibleDescription('That password is not right.');
  });
  expect(screen.getByLabelText('Email')).toHaveValue(USER.email);
  expect(password).toHaveValue('wrong');
});

it('shows what to do when signing in fails for no field', async () => {
  fakeApi({ signedIn: false });
  const problem = { type: 'about:blank', title: 'Too Many Requests', status: 429, detail: 'Wait 5 minutes.' };
  server.use(http.post('/api/auth/browser/v1/auth/login', () => HttpResponse.json(problem, { status: 429 })));
  const user = openApp('/sign-in');
  await signIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Too many triesWait 5 minutes\./);
  expect(screen.getByLabelText('Email')).toHaveValue(USER.email);
});

it('shows what the server says about a new account beside its field', async () => {
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

it.each(['/sign-in', '/sign-in?next=5'])('asks nobody who is signed in to sign in: %s', async (address) => {
  fakeApi();
  openApp(address);
  expect(await screen.findByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
});

it('signs out, and forgets the drafts', async () => {
  const state = fakeApi();
  const user = openApp('/notes/new');
  await user.type(await screen.findByLabelText('Title'), 'Secret');
  expect(Object.keys(sessionStorage)).toContain(`draft:${String(USER.id)}:new`);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  expect(state.signedIn).toBe(false);
  expect(Object.keys(sessionStorage)).not.toContain(`draft:${String(USER.id)}:new`);
});
