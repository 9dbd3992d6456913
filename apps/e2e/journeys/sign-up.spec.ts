import { newIdentity } from '../support/people.ts';
import { enter, expect, test, title } from './journey.ts';

test('somebody new signs up and stands before their own empty notes', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create account' }).click();
  await expect(title(page, 'Create your account')).toBeVisible();
  await enter(page, newIdentity(), 'Create account');
  await expect(title(page, 'Notes')).toBeVisible();
  await expect(page).toHaveURL(/\/notes$/);
  await expect(page.getByText('Nothing written yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('a password that is too common is refused beside its field, and what was typed stays', async ({ page }) => {
  const { email } = newIdentity();
  await page.goto('/sign-up');
  await enter(page, { email, password: 'password' }, 'Create account');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/too common/i);
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Email')).toHaveValue(email);
  await expect(title(page, 'Create your account')).toBeVisible();
});

test('an address that is none is refused beside its field', async ({ page }) => {
  await page.goto('/sign-up');
  await enter(page, { email: 'nobody', password: 'a quiet river runs' }, 'Create account');
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/\w/);
});

test('an address that somebody has already is refused in words', async ({ page, person }) => {
  await page.goto('/sign-up');
  await enter(page, person, 'Create account');
  await expect(page.getByText(/already/i)).toBeVisible();
  await expect(title(page, 'Create your account')).toBeVisible();
});
