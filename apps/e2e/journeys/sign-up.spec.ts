import { deployment } from '../contract/deployment.ts';
import { newCredentials } from '../support/users.ts';
import { expect, submitCredentials, test, title } from './journey.ts';

test('a common password is rejected next to its field, and the email address is kept', async ({ page }) => {
  const { email } = newCredentials();
  await page.goto('/sign-up');
  await submitCredentials(page, { email, password: 'password' }, 'Create account');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/too common/i);
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Email')).toHaveValue(email);
});

test('an invalid email address is rejected next to its field', async ({ page }) => {
  await page.goto('/sign-up');
  await submitCredentials(page, { ...newCredentials(), email: 'not-an-address' }, 'Create account');
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/\w/);
});

// The mails of another deployment cannot be read.
if (deployment.probe) {
  test('a new user signs up with the code of a mail and is signed in', async ({ page, probe }) => {
    const credentials = newCredentials();
    await page.goto('/');
    await page.getByRole('link', { name: 'Create account' }).first().click();
    await expect(title(page, 'Create your account')).toBeVisible();
    await submitCredentials(page, credentials, 'Create account');
    await expect(title(page, 'Confirm your email address')).toBeVisible();
    await page.getByLabel('Code').fill('XXXX-XXXX');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/wrong/);
    await page.getByLabel('Code').fill(await probe.codeIn(credentials.email));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  });

  test('only a mail says that an email address is already registered', async ({ page, probe, user }) => {
    await page.goto('/sign-up');
    await submitCredentials(page, user, 'Create account');
    await expect(title(page, 'Confirm your email address')).toBeVisible();
    expect((await probe.mailTo(user.email)).subject).toContain('You already have an account');
  });

  test('a user chooses a new password with the code of a mail', async ({ page, probe, user }) => {
    const password = `${user.password} again`;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect(title(page, 'Choose a new password')).toBeVisible();
    await page.getByLabel('Email').fill(user.email);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByLabel('Code').fill(await probe.codeIn(user.email));
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(title(page, 'Sign in')).toBeVisible();
    await submitCredentials(page, { email: user.email, password }, 'Sign in');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  });
}
