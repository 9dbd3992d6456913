import type { Page } from '@playwright/test';
import { deployment, isOwnStack } from '../contract/deployment.ts';
import { newCredentials } from '../support/users.ts';
import { expect, submitCredentials, test, title } from './journey.ts';
import { addApp, openConfirmedAccount } from './two-factor.ts';

const CONTINUE = 'Continue with Example';

/** Fill in the provider's form. */
async function signInAtProvider(page: Page, email: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(email);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

async function expectError(page: Page, heading: string): Promise<void> {
  await expect(title(page, heading)).toBeVisible();
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
}

// The provider of another deployment is not known.
if (isOwnStack) {
  test.beforeEach(async ({ page }) => {
    // The pages of the provider load it.
    await page.route('https://fonts.googleapis.com/**', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    );
    await page.goto('/sign-in?next=%2Fsystem');
  });

  test('a user signs up and in through the provider and sets a password, and a replayed callback is refused', async ({
    page,
  }) => {
    const { email, password } = newCredentials();
    await page.getByRole('button', { name: CONTINUE }).click();
    await signInAtProvider(page, email);
    const callback = page.waitForRequest(/provider\/callback/);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(title(page, 'System status')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: CONTINUE }).click();
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await expect(page.getByText(`Connected as ${email}`)).toBeVisible();
    await page.getByRole('button', { name: 'Disconnect Example' }).click();
    await expect(page.getByText('Choose a password first')).toBeVisible();
    await page.request.post(`${deployment.probe}/user/expire-sign-in`);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('dialog').getByRole('button', { name: CONTINUE }).click();
    // The provider asks again, although the browser has a session there.
    await signInAtProvider(page, email);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByLabel('Current password')).toBeVisible();
    await page.getByRole('button', { name: 'Disconnect Example' }).click();
    await page.getByRole('dialog').getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Connect Example' })).toBeVisible();
    await page.goto((await callback).url());
    await expect(title(page, 'The sign-in at the provider failed')).toBeVisible();
  });

  test('a user cancels at the provider, and one whose address has an account signs in and connects it', async ({
    page,
    user,
  }) => {
    await page.getByRole('button', { name: CONTINUE }).click();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expectError(page, 'You cancelled at the provider');
    await page.getByRole('button', { name: CONTINUE }).click();
    await signInAtProvider(page, user.email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectError(page, 'This email already has an account');
    await submitCredentials(page, user, 'Sign in');
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await page.getByRole('button', { name: 'Connect Example' }).click();
    await page.getByRole('dialog').getByLabel('Password').fill(user.password);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(page.getByText(`Connected as ${user.email}`)).toBeVisible();
    await page.getByRole('button', { name: 'Disconnect Example' }).click();
    await expect(page.getByRole('button', { name: 'Connect Example' })).toBeVisible();
  });

  test('the second factor is asked for after a sign-in at the provider', async ({ page, user }) => {
    await openConfirmedAccount(page, user);
    await page.getByRole('button', { name: 'Connect Example' }).click();
    await signInAtProvider(page, user.email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText(`Connected as ${user.email}`)).toBeVisible();
    const { codes } = await addApp(user);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: CONTINUE }).click();
    await expect(title(page, 'Confirm that it is you')).toBeVisible();
    await page.getByLabel('Code').fill(codes[0] ?? '');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  });

  test('an address that the provider has not verified needs the code of a mail', async ({ page, probe }) => {
    const email = `unverified-${newCredentials().email}`;
    await page.getByRole('button', { name: CONTINUE }).click();
    await signInAtProvider(page, email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Code').fill(await probe.codeIn(email));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(title(page, 'System status')).toBeVisible();
  });
}
