import { deactivateTotp } from '@app/api-types';
import { FormError } from '@app/ui';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { fakeReauthentication, PASSWORD, USER } from '../../testing/fake-api';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';
import { Reauthentication, useReauthenticated } from './reauthentication';

function Sensitive() {
  const remove = useMutation({ mutationFn: useReauthenticated(() => deactivateTotp()) });
  return (
    <>
      <button
        type="button"
        onClick={() => {
          remove.mutate();
        }}
      >
        Remove
      </button>
      <FormError error={remove.error} />
      <p>{remove.status}</p>
    </>
  );
}

async function requireConfirmation(flows?: { id: string }[]) {
  const state = fakeReauthentication(flows);
  server.use(
    http.delete('/api/auth/browser/v1/account/authenticators/totp', () =>
      state.isConfirmed ? HttpResponse.json({ status: 200 }) : state.required(),
    ),
  );
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Reauthentication email={USER.email}>
        <Sensitive />
      </Reauthentication>
    </QueryClientProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByRole('dialog', { name: 'Confirm that it is you' });
  return user;
}

type User = ReturnType<typeof userEvent.setup>;

async function confirm(user: User, password: string) {
  const field = screen.getByLabelText('Password');
  await user.clear(field);
  await user.type(field, password);
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
}

it('asks for the password and repeats the request', async () => {
  const user = await requireConfirmation();
  await confirm(user, 'wrong');
  await waitFor(() => {
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Incorrect password.');
  });
  await confirm(user, PASSWORD);
  expect(await screen.findByText('success')).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('says how long to wait after too many attempts', async () => {
  const user = await requireConfirmation();
  server.use(
    http.post('/api/auth/browser/v1/auth/reauthenticate', () => problem(429, 'Wait a minute, then try again.')),
  );
  await confirm(user, PASSWORD);
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attemptsWait a minute, then try again.');
});

/** A user without a password. allauth also returns this flow, which only a user who is signed out can use. */
async function requireProvider(providers: object[]) {
  const body = { status: 200, data: { socialaccount: { providers } } };
  server.use(http.get('/api/auth/browser/v1/config', () => HttpResponse.json(body)));
  return requireConfirmation([{ id: 'password_reset_by_code' }]);
}

it('sends a user without a password to the provider, which leads back to the account page', async () => {
  let callback: string | undefined;
  server.use(
    http.post<never, { callback_url: string }>('/api/auth/browser/v1/auth/provider/redirect', async ({ request }) => {
      callback = (await request.json()).callback_url;
      // A test can follow no other address.
      return HttpResponse.json({ status: 200, data: { url: '#at-the-provider' } });
    }),
  );
  const user = await requireProvider([{ id: 'oidc', name: 'Example', flows: [] }]);
  await user.click(await screen.findByRole('button', { name: 'Continue with Example' }));
  await waitFor(() => {
    expect(location.hash).toBe('#at-the-provider');
  });
  expect(callback).toBe('/sign-in/provider?next=%2Faccount');
});

it('says what to do without a password if the installation has no provider any more', async () => {
  await requireProvider([]);
  expect(await screen.findByText(/choose a password/)).toBeVisible();
});

it('ends the request without an error message when the user cancels', async () => {
  const user = await requireConfirmation();
  await user.keyboard('{Escape}');
  expect(await screen.findByText('error')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
