import { newCredentials } from '../support/users.ts';
import { expect, submitCredentials, test, title } from './journey.ts';

test('a new user signs up and is signed in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create account' }).first().click();
  await expect(title(page, 'Create your account')).toBeVisible();
  await submitCredentials(page, newCredentials(), 'Create account');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

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

test('an email address that is already registered is rejected', async ({ page, user }) => {
  await page.goto('/sign-up');
  await submitCredentials(page, user, 'Create account');
  await expect(page.getByText(/already/i)).toBeVisible();
  await expect(title(page, 'Create your account')).toBeVisible();
});
