import type { DataExport } from '@app/api-types';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { fakeApi, fakeReauthentication, PASSWORD, USER } from '../../testing/fake-api';
import { nextAnnouncement } from '../../testing/next-announcement';
import { openApp } from '../../testing/open-app';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';

const EXPORT: DataExport = {
  status: 'pending',
  size: null,
  created_at: '2026-11-22T10:00:00Z',
  expires_at: '2026-11-29T10:00:00Z',
};

type User = ReturnType<typeof openApp>;

/** Opens the account page. Tests read and change the returned state. */
function openAccount(initial: Partial<DataExport> | null) {
  // The other sections of the page are not part of these tests: their requests stay open.
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  const api = fakeApi();
  const reauthentication = fakeReauthentication();
  const state = { api, reauthentication, export: initial && { ...EXPORT, ...initial } };
  const ifConfirmed = (respond: () => Response) => () =>
    reauthentication.isConfirmed ? respond() : reauthentication.required();
  server.use(
    http.get('/api/account/export', () => HttpResponse.json({ export: state.export })),
    http.post(
      '/api/account/export',
      ifConfirmed(() => {
        state.export = EXPORT;
        return HttpResponse.json({ export: EXPORT }, { status: 202 });
      }),
    ),
    http.delete(
      '/api/account',
      ifConfirmed(() => {
        api.signedIn = false;
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  );
  return { user: openApp('/account'), state };
}

async function confirmIdentity(user: User) {
  await user.type(await screen.findByLabelText('Password'), PASSWORD);
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
}

async function confirmDeletion(user: User, typed: string) {
  await user.click(await screen.findByRole('button', { name: 'Delete account' }));
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), typed);
  await user.click(screen.getAllByRole('button', { name: 'Delete account' }).at(-1) as HTMLElement);
}

it('requests a file after the user has confirmed the identity, and offers the download when it is ready', async () => {
  const { user, state } = openAccount(null);
  await user.click(await screen.findByRole('button', { name: 'Request file' }));
  await confirmIdentity(user);
  expect(await screen.findByText(/is being prepared/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Request/ })).toBeNull();
  state.export = { ...EXPORT, status: 'ready', size: 2_340_000 };
  expect(await screen.findByText(/ready \(2\.3 MB\)\. It is deleted on Nov 29, 2026\./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute('href', '/api/account/export/file');
});

it('says that a file could not be prepared, and requests it again', async () => {
  const { user, state } = openAccount({ status: 'failed' });
  state.reauthentication.isConfirmed = true;
  expect(await screen.findByText('Your file could not be prepared. Request it again.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Request a new file' }));
  expect(await screen.findByText(/is being prepared/)).toBeVisible();
});

it('says that the data is too large for a file', async () => {
  openAccount({ status: 'too_large' });
  expect(await screen.findByText(/too large for one file\. Ask an administrator/)).toBeVisible();
});

it('says that the state of the file could not be read', async () => {
  openAccount(null);
  server.use(http.get('/api/account/export', () => problem(500, 'Something went wrong on the server.')));
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on the server.');
});

it('deletes the account after its email address was typed, and shows that on the start page', async () => {
  const { user } = openAccount(null);
  await confirmDeletion(user, 'someone@example.com');
  expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(
    'Type the email address of your account.',
  );
  await user.clear(screen.getByRole('textbox', { name: 'Email' }));
  await user.type(screen.getByRole('textbox', { name: 'Email' }), USER.email);
  await user.click(screen.getAllByRole('button', { name: 'Delete account' }).at(-1) as HTMLElement);
  await confirmIdentity(user);
  expect(await screen.findByText('Your account was deleted.')).toBeVisible();
  expect(location.pathname).toBe('/');
  await waitFor(() => {
    expect(screen.getAllByRole('link', { name: 'Sign in' })).not.toHaveLength(0);
  });
});

it('signs the other tabs out when the account is deleted', async () => {
  const { user, state } = openAccount(null);
  state.reauthentication.isConfirmed = true;
  const announcement = nextAnnouncement();
  await confirmDeletion(user, USER.email);
  expect(await announcement).toBe('signed-out');
});

it('says why the last administrator cannot delete the account', async () => {
  const { user } = openAccount(null);
  server.use(
    http.delete('/api/account', () =>
      problem(409, 'Make another user a superuser first.', { type: 'urn:x', title: 'Account not deleted' }),
    ),
  );
  await confirmDeletion(user, USER.email);
  expect(await screen.findByRole('alert')).toHaveTextContent('Account not deletedMake another user a superuser first.');
});
