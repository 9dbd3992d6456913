import { submitCredentials, title } from '../journeys/journey.ts';
import { createUser, newCredentials } from '../support/users.ts';
import { expect, test } from './fault-stack.ts';

test('the codes of a sign-up and of a password reset arrive after the mail server is back', async ({
  browser,
  origin,
  page,
  probe,
  stack,
}) => {
  const late = 'We sent you an email, which may take a few minutes.';
  const newUser = newCredentials();
  await page.goto('/sign-up');
  await submitCredentials(page, newUser, 'Create account');
  await expect(title(page, 'Confirm your email address')).toBeVisible();
  await expect(page.getByText(late)).toBeVisible();

  const user = await createUser(origin);
  const other = await browser.newPage();
  await other.goto('/reset-password');
  await other.getByLabel('Email').fill(user.email);
  await other.getByRole('button', { name: 'Send a code' }).click();
  await expect(other.getByText(late)).toBeVisible();

  await stack.start('worker');
  await expect.poll(() => stack.logs('worker')).toMatch(/(job failed, retry[^]*){2}/);
  await stack.start('mail');
  await page.getByLabel('Code').fill(await probe.codeIn(newUser.email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await other.getByLabel('Code').fill(await probe.codeIn(user.email));
  await other.getByLabel('New password').fill(`${user.password} again`);
  await other.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await other.close();
  await stack.compose(['stop', 'worker', 'mail']);
});
