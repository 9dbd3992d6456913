import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { fakeApi } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';

const AUTH = '/api/auth/browser/v1';
const PROVIDER = { id: 'oidc', name: 'Example', flows: [] };

function fakeProvider(providers = [PROVIDER], signedIn = false) {
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
  fakeApi({ signedIn });
  const data = { account: {}, socialaccount: { providers } };
  server.use(http.get(`${AUTH}/config`, () => HttpResponse.json({ status: 200, data })));
}

it.each(['/sign-in', '/sign-up'])('opens the provider from %s, and asks it to lead back', async (path) => {
  fakeProvider();
  let body: unknown;
  server.use(
    http.post(`${AUTH}/auth/provider/redirect`, async ({ request }) => {
      body = await request.json();
      // A test can follow no other address.
      return HttpResponse.json({ status: 200, data: { url: '#at-the-provider' } });
    }),
  );
  const user = openApp(`${path}?next=%2Fsystem`);
  await user.click(await screen.findByRole('button', { name: 'Continue with Example' }));
  await waitFor(() => {
    expect(location.hash).toBe('#at-the-provider');
  });
  expect(body).toEqual({ provider: 'oidc', process: 'login', callback_url: '/sign-in/provider?next=%2Fsystem' });
});

it('says that the provider does not respond', async () => {
  fakeProvider();
  const detail = 'The sign-in provider does not respond. Try again later.';
  server.use(http.post(`${AUTH}/auth/provider/redirect`, () => problem(503, detail)));
  const user = openApp('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'Continue with Example' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
});

it('has no button without a provider', async () => {
  fakeProvider([]);
  let asked = false;
  server.events.on('response:mocked', ({ request }) => (asked ||= request.url.endsWith('/config')));
  openApp('/sign-in');
  await waitFor(() => {
    expect(asked).toBe(true);
  });
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Continue/ })).toBeNull();
});

it.each([
  ['cancelled', 'You cancelled at the provider'],
  ['email_taken', 'This email already has an account'],
  ['no_email', 'The provider did not send your email address'],
  ['signup_closed', 'You have no account here'],
  ['unknown', 'The sign-in at the provider failed'],
  ['constructor', 'The sign-in at the provider failed'],
])('says what to do after the error %s', async (error, title) => {
  fakeProvider();
  const user = openApp(`/sign-in/provider?next=%2Fsystem&error=${error}&error_process=login`);
  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Back to sign-in' }));
  await waitFor(() => {
    expect(location.pathname + location.search).toBe('/sign-in?next=%2Fsystem');
  });
});

it.each([
  ['connected_other', 'The provider is connected to another account'],
  ['reauthentication_required', 'This took too long'],
])('leads a signed-in user back to the account after the error %s', async (error, title) => {
  fakeProvider([PROVIDER], true);
  openApp(`/sign-in/provider?error=${error}&error_process=connect`);
  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Back to your account' })).toHaveAttribute('href', '/account');
});

it('asks for the code of a mail if the provider has not verified the address', async () => {
  fakeProvider();
  const data = { flows: [{ id: 'verify_email', is_pending: true }] };
  server.use(http.get(`${AUTH}/auth/session`, () => HttpResponse.json({ status: 401, data }, { status: 401 })));
  openApp('/sign-in/provider?next=%2Fsystem');
  expect(await screen.findByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  expect(location.search).toBe('?next=%2Fsystem');
});

it('opens the page that was asked for after the sign-in', async () => {
  fakeProvider([PROVIDER], true);
  openApp('/sign-in/provider?next=%2Fsystem');
  await waitFor(() => {
    expect(location.pathname).toBe('/system');
  });
});

it('leads back to sign-in if nothing has begun at the provider', async () => {
  fakeProvider();
  const data = { flows: [] };
  server.use(http.get(`${AUTH}/auth/session`, () => HttpResponse.json({ status: 401, data }, { status: 401 })));
  openApp('/sign-in/provider');
  expect(await screen.findByRole('heading', { name: 'The sign-in at the provider failed' })).toBeVisible();
});
