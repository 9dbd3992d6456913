import type { Page } from '@playwright/test';
import { deployment, isOwnStack } from '../contract/deployment.ts';
import { newCredentials } from '../support/users.ts';
import { expect, openAccount, submitCredentials, title, type PageState } from './journey.ts';
import { TWO_FACTOR_PAGES } from './two-factor.ts';
import { NOTES_PAGES } from './notes.ts';

async function openPage(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await expect(title(page, heading)).toBeVisible();
}

/** Needs a mail server. */
const RESET_PASSWORD: PageState = {
  name: 'reset-password',
  signedIn: false,
  open: async (page, { email }) => {
    await openPage(page, '/reset-password', 'Choose a new password');
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await expect(page.getByLabel('New password')).toBeVisible();
  },
};

/** Ask for a code for another address, which opens the dialog that asks for the password. */
async function requestEmailChange(page: Page): Promise<void> {
  await openPage(page, '/account', 'Your account');
  await page.getByLabel('New email').fill(newCredentials().email);
  await page.getByRole('button', { name: 'Send a code' }).click();
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
}

/** Needs a mail server. */
const CONFIRM_IDENTITY: PageState = { name: 'account-confirmation', signedIn: true, open: requestEmailChange };

/** Needs a mail server. */
const CONFIRM_EMAIL: PageState = {
  name: 'account-code',
  signedIn: true,
  open: async (page, { password }) => {
    await requestEmailChange(page);
    await page.getByRole('dialog').getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Confirm address' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  },
};

/** Every page of the app in its different states. */
export const PAGES: PageState[] = [
  {
    name: 'welcome',
    signedIn: false,
    open: async (page) => {
      await page.goto('/');
      await expect(page.getByRole('main').getByRole('link', { name: 'Create account' })).toBeVisible();
    },
  },
  { name: 'sign-in', signedIn: false, open: (page) => openPage(page, '/sign-in', 'Sign in') },
  {
    name: 'sign-in-refused',
    signedIn: false,
    open: async (page, { email }) => {
      await openPage(page, '/sign-in', 'Sign in');
      await submitCredentials(page, { email, password: 'not the right one' }, 'Sign in');
      await expect(page.getByText('Wrong email or password.')).toBeVisible();
    },
  },
  { name: 'sign-up', signedIn: false, open: (page) => openPage(page, '/sign-up', 'Create your account') },
  {
    name: 'verify-email',
    signedIn: false,
    open: (page) => openPage(page, '/verify-email', 'Confirm your email address'),
  },
  {
    name: 'provider-failed',
    signedIn: false,
    open: (page) => openPage(page, '/sign-in/provider?error=unknown', 'The sign-in at the provider failed'),
  },
  ...(deployment.probe ? [RESET_PASSWORD] : []),
  {
    name: 'system',
    signedIn: false,
    open: async (page) => {
      await openPage(page, '/system', 'System status');
      await expect(page.getByText('All systems working')).toBeVisible();
    },
  },
  { name: 'not-found', signedIn: false, open: (page) => openPage(page, '/nowhere', 'Page not found') },
  { name: 'account', signedIn: true, open: openAccount },
  {
    name: 'delete-account',
    signedIn: true,
    open: async (page) => {
      await openPage(page, '/account', 'Your account');
      await page.getByRole('button', { name: 'Delete account' }).click();
      await expect(page.getByRole('dialog', { name: 'Delete your account?' })).toBeVisible();
    },
  },
  ...(deployment.probe ? [CONFIRM_IDENTITY, CONFIRM_EMAIL] : []),
  // Other deployments have one account for all tests, which must not get a second factor.
  ...(isOwnStack ? TWO_FACTOR_PAGES : []),
  ...NOTES_PAGES,
];
