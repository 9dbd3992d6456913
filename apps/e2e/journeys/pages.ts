import type { Page } from '@playwright/test';
import { deployment } from '../contract/deployment.ts';
import { expect, submitCredentials, title, type PageState } from './journey.ts';
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
  ...NOTES_PAGES,
  { name: 'account', signedIn: true, open: (page) => openPage(page, '/account', 'Your account') },
];
