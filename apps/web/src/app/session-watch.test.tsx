import { draftKey, writeDraft } from '@app/ui';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeApi, fakeReauthentication, OTHER_USER, PASSWORD, USER } from '../testing/fake-api';
import { openApp } from '../testing/open-app';
import { server } from '../testing/server';

const DRAFT = { values: { title: 'Secret' }, version: null };
const KEY = draftKey(String(USER.id), 'things');
const otherTab = new BroadcastChannel('session');

beforeEach(() => {
  // The pages are not part of these tests.
  server.use(http.all('*', () => new Promise<never>(() => undefined)));
});

afterAll(() => {
  otherTab.close();
});

async function submit(email: string) {
  fireEvent.change(await screen.findByLabelText('Email'), { target: { value: email } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

const account = (email: string) => screen.findByTitle(`Signed in as ${email}`);

describe('drafts of a user', () => {
  const open = async () => {
    const session = fakeApi();
    writeDraft(KEY, DRAFT);
    openApp('/system');
    await account(USER.email);
    return session;
  };

  it('are removed when another user signs in in this tab', async () => {
    const session = fakeApi({ signedIn: false });
    writeDraft(KEY, DRAFT);
    openApp('/sign-in?next=/system');
    await submit(OTHER_USER.email);
    await account(OTHER_USER.email);
    expect(session.user).toBe(OTHER_USER);
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(location.pathname).toBe('/system');
  });

  it('are kept when the same user signs in again', async () => {
    fakeApi({ signedIn: false });
    writeDraft(KEY, DRAFT);
    openApp('/sign-in?next=/system');
    await submit(USER.email);
    await account(USER.email);
    expect(localStorage.getItem(KEY)).not.toBeNull();
  });

  it.each([
    [
      'another tab announces it',
      () => {
        otherTab.postMessage('changed');
      },
    ],
    [
      'this tab becomes visible',
      () => {
        dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('are removed when another user has signed in elsewhere and %s', async (_how, notify) => {
    const session = await open();
    session.user = OTHER_USER;
    act(notify);
    await account(OTHER_USER.email);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('are removed when the user signs out in another tab', async () => {
    const session = await open();
    session.signedIn = false;
    otherTab.postMessage('signed-out');
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible();
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});

describe('the sign-in page', () => {
  it('continues when another tab has signed in', async () => {
    const session = fakeApi({ signedIn: false });
    openApp('/sign-in?next=/system');
    await screen.findByLabelText('Email');
    session.signedIn = true;
    otherTab.postMessage('changed');
    await account(USER.email);
    await waitFor(() => {
      expect(location.pathname).toBe('/system');
    });
  });

  it('continues when it is submitted although another tab has signed in', async () => {
    const session = fakeApi({ signedIn: false });
    openApp('/sign-in?next=/system');
    await screen.findByLabelText('Email');
    session.signedIn = true;
    await submit(USER.email);
    await account(USER.email);
    await waitFor(() => {
      expect(location.pathname).toBe('/system');
    });
  });
});

it('leads from the account to sign-in when another tab signs out or deletes the account', async () => {
  const session = fakeApi();
  openApp('/account');
  await account(USER.email);
  session.signedIn = false;
  otherTab.postMessage('signed-out');
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
});

it('keeps a page open whose request needs a confirmation of the identity', async () => {
  fakeApi();
  const { required } = fakeReauthentication();
  server.use(http.get('/api/auth/browser/v1/auth/sessions', required));
  openApp('/account');
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(location.pathname).toBe('/account');
  expect(await account(USER.email)).toBeVisible();
});

it('stores for the first paint of the next visit whether a user is signed in', async () => {
  fakeApi({ signedIn: false });
  openApp('/sign-in?next=/system');
  await submit(USER.email);
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(localStorage.getItem('signed-in')).not.toBeNull();
  await waitFor(() => {
    expect(localStorage.getItem('signed-in')).toBeNull();
  });
});
