import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isOwnStack } from '../contract/deployment.ts';
import { expect, submitCredentials, test, title } from './journey.ts';
import { addApp, enterPassword, openConfirmedAccount, totp } from './two-factor.ts';

async function answer(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
}

/**
 * A device that stores passkeys. Returns a function that sets whether the user touches its fingerprint sensor when it is
 * asked. While that is so, Chromium also chooses the passkey that a page offers in a field.
 */
async function addDevice(page: Page): Promise<(isTouched: boolean) => Promise<unknown>> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return (isTouched) => client.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: isTouched });
}

// On another deployment, all tests share an account, which must not get a second factor.
if (isOwnStack) {
  test('a user sets up an authenticator app, and signs in with its code', async ({ page, probe, signedIn }) => {
    await page.goto('/account');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await page.getByRole('dialog').getByLabel('Password').fill(signedIn.password);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    const secret = await page.getByText(/^[A-Z2-7]{32}$/).innerText();
    await page.getByLabel('Code from the app').fill('000000');
    await page.getByRole('button', { name: 'Add the app' }).click();
    await expect(page.getByLabel('Code from the app')).toHaveAccessibleDescription(/wrong/);
    await page.getByLabel('Code from the app').fill(await totp(secret));
    await page.getByRole('button', { name: 'Add the app' }).click();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the codes' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toMatch(/^(\d{8}\n){10}$/);
    await expect(page.getByText(file.slice(0, 8))).toBeVisible();
    expect((await probe.mailTo(signedIn.email)).subject).toContain('An authenticator app was added');

    await signOut(page);
    await enterPassword(page, signedIn);
    await answer(page, '000000');
    await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/wrong/);
    await answer(page, await totp(secret));
    await expectSignedIn(page);
  });

  test('a recovery code signs in once, and a trusted browser is not asked again', async ({ browser, page, user }) => {
    const { codes } = await addApp(user);
    const [code = ''] = codes;
    await enterPassword(page, user);
    await page.getByLabel('Do not ask again in this browser for 14 days').check();
    await answer(page, code);
    await expectSignedIn(page);
    await signOut(page);
    await submitCredentials(page, user, 'Sign in');
    await expectSignedIn(page);

    const other = await browser.newPage();
    await enterPassword(other, user);
    await answer(other, code);
    await expect(other.getByLabel('Code')).toHaveAccessibleDescription(/used/);
    await other.close();
  });

  test('a new password does not replace the second factor', async ({ page, probe, user }) => {
    const { codes } = await addApp(user);
    await page.goto('/reset-password?next=%2Fsystem');
    await page.getByLabel('Email').fill(user.email);
    await page.getByRole('button', { name: 'Send a code' }).click();
    // After the mail about the authenticator app.
    await expect.poll(async () => (await probe.mailTo(user.email)).subject).toContain('Choose a new password');
    await page.getByLabel('Code').fill(await probe.codeIn(user.email));
    await page.getByLabel('New password').fill(`${user.password} again`);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(title(page, 'Confirm that it is you')).toBeVisible();
    await answer(page, codes[0] ?? '');
    await expect(title(page, 'System status')).toBeVisible();
  });

  test('a passkey signs in without a password, is a second factor, and can be removed', async ({ page, signedIn }) => {
    const setTouched = await addDevice(page);
    await openConfirmedAccount(page, signedIn);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name of the passkey').fill('Phone');
    await page.getByRole('button', { name: 'Add passkey' }).click();
    await expect(page.getByRole('heading', { name: 'Phone' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Download the codes' })).toBeFocused();

    await setTouched(false);
    await signOut(page);
    await setTouched(true);
    // The page offers the passkey in the email field.
    await page.reload();
    await expectSignedIn(page);

    await setTouched(false);
    await signOut(page);
    await submitCredentials(page, { ...signedIn, password: 'wrong' }, 'Sign in');
    await expect(page.getByText('Wrong email or password.')).toBeVisible();
    await setTouched(true);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expectSignedIn(page);

    await setTouched(false);
    await signOut(page);
    await enterPassword(page, signedIn);
    await setTouched(true);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expectSignedIn(page);

    await page.goto('/account');
    await expect(page.getByText('Last used just now.')).toBeVisible();
    await page.getByRole('button', { name: 'Rename Phone' }).click();
    await page.getByLabel('Name of the passkey').fill('Old phone');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByRole('button', { name: 'Use your passkey instead' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('button', { name: 'Remove Old phone' }).click();
    await page.getByRole('button', { name: 'Remove passkey' }).click();
    await expect(page.getByRole('heading', { name: 'Old phone' })).toBeHidden();
    await setTouched(false);
    await signOut(page);
    await submitCredentials(page, signedIn, 'Sign in');
    await expectSignedIn(page);
  });
}
