import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { CODE, fakeApi, fakeReauthentication, PASSWORD, USER } from '../../testing/fake-api';
import { nextAnnouncement } from '../../testing/next-announcement';
import { openApp } from '../../testing/open-app';
import { server } from '../../testing/server';
import { describeBrowser } from './describe-browser';

const ROOT = '/api/auth/browser/v1';
const NEW = 'new@example.com';
const UNAUTHENTICATED = { status: 401, data: { flows: [] }, meta: { is_authenticated: false } };

type User = ReturnType<typeof openApp>;

async function fill(user: User, fields: Record<string, string>, button: string) {
  for (const [label, value] of Object.entries(fields)) {
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    await user.type(field, value);
  }
  await user.click(screen.getByRole('button', { name: button }));
}

/** Opens the account page of a user with two sessions, and returns the state of the simulated API. */
function openAccount({ verifies = true } = {}) {
  const session = fakeApi();
  const confirmation = fakeReauthentication();
  const state = { pending: false, sessions: [true, false] };
  const addresses = () => HttpResponse.json({ data: state.pending ? [{ email: NEW, verified: false }] : [] });
  const sessions = () =>
    HttpResponse.json({
      data: state.sessions.map((isCurrent, id) => ({
        id,
        ip: `203.0.113.${String(id)}`,
        is_current: isCurrent,
        created_at: 1_800_000_000,
        user_agent: isCurrent ? 'Firefox/145.0 (X11; Linux)' : 'Chrome/140.0 (Windows NT 10.0)',
      })),
    });
  server.use(
    http.get(`${ROOT}/config`, () =>
      HttpResponse.json({ data: { account: { email_verification_by_code_enabled: verifies } } }),
    ),
    http.get(`${ROOT}/account/email`, addresses),
    http.post(`${ROOT}/account/email`, () => {
      state.pending = confirmation.isConfirmed;
      return state.pending ? addresses() : confirmation.required();
    }),
    http.delete(`${ROOT}/account/email`, () => {
      state.pending = false;
      return addresses();
    }),
    http.post<never, { key: string }>(`${ROOT}/auth/email/verify`, async ({ request }) => {
      state.pending = false;
      if ((await request.json()).key !== CODE) return HttpResponse.json({ status: 409 }, { status: 409 });
      session.user = { ...session.user, email: NEW };
      return HttpResponse.json({ status: 200 });
    }),
    http.get(`${ROOT}/auth/sessions`, sessions),
    http.delete(`${ROOT}/auth/sessions`, () => {
      state.sessions = [true];
      return sessions();
    }),
  );
  return { user: openApp('/account'), session };
}

async function requestChange(user: User) {
  await fill(user, { 'New email': NEW }, 'Send a code');
  await fill(user, { Password: PASSWORD }, 'Confirm');
  await screen.findByLabelText('Code');
}

it('changes the email address in every tab after a confirmation of the identity, without leaving the page', async () => {
  const { user } = openAccount();
  await requestChange(user);
  const announcement = nextAnnouncement();
  await fill(user, { Code: CODE }, 'Confirm address');
  expect(await screen.findByText(`Your email address is now ${NEW}.`)).toBeVisible();
  expect(await screen.findByTitle(`Signed in as ${NEW}`)).toBeVisible();
  expect(location.pathname).toBe('/account');
  expect(await announcement).toBe('changed');
});

it('says how to get another code when the code is used, expired or was tried too often', async () => {
  const { user } = openAccount();
  await requestChange(user);
  await fill(user, { Code: 'WRONG' }, 'Confirm address');
  expect(await screen.findByRole('alert')).toHaveTextContent('Enter the new address again to get another code.');
  expect(await screen.findByLabelText('New email')).toBeVisible();
});

it('cancels the change of the email address', async () => {
  const { user } = openAccount();
  await requestChange(user);
  await user.click(screen.getByRole('button', { name: 'Keep the old address' }));
  expect(await screen.findByLabelText('New email')).toBeVisible();
});

it('says who can change the email address where addresses are not verified', async () => {
  openAccount({ verifies: false });
  expect(await screen.findByText(/^Only an administrator can change your email address/)).toBeVisible();
});

it('shows why the password was not changed next to the field, and empties the form afterwards', async () => {
  const { user } = openAccount();
  const errors = [
    { code: 'enter_current_password', param: 'current_password', message: 'Type your current password.' },
  ];
  const fields = { 'Current password': PASSWORD, 'New password': `${PASSWORD} again` };
  const respond = (body: { status: number }) => {
    server.use(http.post(`${ROOT}/account/password/change`, () => HttpResponse.json(body, body)));
  };
  respond({ status: 400, errors } as { status: number });
  await fill(user, fields, 'Change password');
  await waitFor(() => {
    expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription('Type your current password.');
  });
  respond({ status: 200 });
  await fill(user, fields, 'Change password');
  expect(await screen.findByText(/^Your password is changed\./)).toBeVisible();
  expect(screen.getByLabelText('New password')).toHaveValue('');
});

it('sets the first password of a user who signs in through a provider, and tells the other tabs', async () => {
  const { user, session } = openAccount();
  session.user = { ...USER, has_password: false };
  let body: unknown;
  server.use(
    http.post(`${ROOT}/account/password/change`, async ({ request }) => {
      body = await request.json();
      session.user = USER;
      return HttpResponse.json({ status: 200 });
    }),
  );
  const announcement = nextAnnouncement();
  await fill(user, { 'New password': PASSWORD }, 'Set password');
  expect(await screen.findByLabelText('Current password')).toBeVisible();
  expect(body).toEqual({ new_password: PASSWORD });
  expect(await announcement).toBe('changed');
});

it('leads to the sign-in page when the session has ended', async () => {
  const { user, session } = openAccount();
  server.use(http.post(`${ROOT}/account/password/change`, () => HttpResponse.json(UNAUTHENTICATED, { status: 401 })));
  await screen.findByLabelText('New email');
  session.signedIn = false;
  await fill(user, { 'Current password': PASSWORD, 'New password': PASSWORD }, 'Change password');
  expect(await screen.findByText(/^Your session has ended/)).toBeVisible();
});

it('ends the session of another device', async () => {
  const { user } = openAccount();
  expect(await screen.findByText('Firefox on Linux')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'End session: Chrome on Windows, 203.0.113.1' }));
  await waitFor(() => {
    expect(screen.queryByText('Chrome on Windows')).toBeNull();
  });
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari on iOS'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/19.0 Safari/605.1', 'Safari on macOS'],
  ['curl/8.0', 'Unknown browser'],
])('describes %s', (userAgent, description) => {
  expect(describeBrowser(userAgent)).toBe(description);
});
