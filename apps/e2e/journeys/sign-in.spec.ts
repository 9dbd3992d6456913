import { expect, openAccount, submitCredentials, test, title } from './journey.ts';

const SESSION = '/api/auth/browser/v1/auth/session';
const PRIVATE_PAGE = '/account';

test('a user signs in, and a reload keeps the session', async ({ page, user }) => {
  await page.goto('/sign-in');
  await submitCredentials(page, user, 'Sign in');
  const signOut = page.getByRole('button', { name: 'Sign out' });
  await expect(signOut).toBeVisible();
  await page.reload();
  await expect(signOut).toBeVisible();
});

test('a wrong password shows an error and keeps the email address', async ({ page, user }) => {
  await page.goto('/sign-in');
  await submitCredentials(page, { ...user, password: 'not the right one' }, 'Sign in');
  await expect(page.getByText('Wrong email or password.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(user.email);

  await submitCredentials(page, user, 'Sign in');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('sign-in returns to the page in "next"', async ({ page, user }) => {
  await page.goto('/sign-in?next=%2Fsystem');
  await submitCredentials(page, user, 'Sign in');
  await expect(title(page, 'System status')).toBeVisible();
});

test('sign-in never redirects to another site', async ({ origin, page, user }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F');
  await submitCredentials(page, user, 'Sign in');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(origin);
});

test('signing out ends the session on the server', async ({ page, signedIn }) => {
  await page.goto('/system');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect((await signedIn.session.send(SESSION)).status).toBe(401);
});

test('a private page leads to sign-in and back', async ({ context, page, signedIn }) => {
  await page.goto(PRIVATE_PAGE);
  await expect(title(page, 'Your account')).toBeVisible();
  await context.clearCookies();
  await page.goto(PRIVATE_PAGE);
  await expect(title(page, 'Sign in')).toBeVisible();
  await submitCredentials(page, signedIn, 'Sign in');
  await expect(title(page, 'Your account')).toBeVisible();
});

test('after signing out, a private page is not accessible with the back button', async ({ page, signedIn }) => {
  await page.goto(PRIVATE_PAGE);
  await expect(page.getByTitle(`Signed in as ${signedIn.email}`)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.goto(PRIVATE_PAGE);
  await expect(title(page, 'Sign in')).toBeVisible();
});

test('an expired session leads to sign-in and back', async ({ page, signedIn }) => {
  // A section that still loads would notice the end of the session before the click.
  await openAccount(page);
  await page.getByLabel('Current password').fill(signedIn.password);
  await page.getByLabel('New password').fill(`${signedIn.password} again`);
  await signedIn.session.send(SESSION, { method: 'DELETE' });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
  await expect(page.getByText(/^Your session has ended/)).toBeVisible();
  await submitCredentials(page, signedIn, 'Sign in');
  await expect(title(page, 'Your account')).toBeVisible();
});
