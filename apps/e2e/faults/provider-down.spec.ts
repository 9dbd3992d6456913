import { submitCredentials } from '../journeys/journey.ts';
import { createUser } from '../support/users.ts';
import { expect, test } from './fault-stack.ts';

test('the sign-in page says that the provider is down, and accepts the password', async ({ origin, page }) => {
  const user = await createUser(origin);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue with Example' }).click();
  await expect(page.getByRole('alert')).toContainText('The sign-in provider does not respond.');
  await submitCredentials(page, user, 'Sign in');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
