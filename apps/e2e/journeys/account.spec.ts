import { deployment, isOwnStack } from '../contract/deployment.ts';
import { Session } from '../support/session.ts';
import { newCredentials } from '../support/users.ts';
import { expect, submitCredentials, test, title } from './journey.ts';

const SESSION = '/api/auth/browser/v1/auth/session';
const SIGN_IN = '/api/auth/browser/v1/auth/login';

test('a password can be shown before it is submitted', async ({ page, user }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(user.email);
  const password = page.getByLabel('Password');
  await password.fill(user.password);
  await expect(password).toHaveAttribute('type', 'password');
  await password.press('Tab');
  const show = page.getByRole('button', { name: 'Show password' });
  await expect(show).toBeFocused();
  await page.keyboard.press('Space');
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue(user.password);
  await password.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

// Another deployment's users share one account, and its mails cannot be read.
if (isOwnStack && deployment.probe) {
  test('a new password replaces the old one, ends other sessions and is reported by mail', async ({
    page,
    probe,
    user,
    origin,
  }) => {
    await page.goto('/sign-in');
    await submitCredentials(page, user, 'Sign in');
    await page.getByTitle(`Signed in as ${user.email}`).click();
    await expect(title(page, 'Your account')).toBeVisible();
    const elsewhere = await signIn(origin, user);
    const password = `${user.password} again`;
    await page.getByLabel('Current password').fill('not the right one');
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Current password').fill(user.password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText(/^Your password is changed/)).toBeVisible();
    expect((await elsewhere.send(SESSION)).status).toBe(401);
    expect((await probe.mailTo(user.email)).subject).toContain('Your password was changed');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(title(page, 'Sign in')).toBeVisible();
    await submitCredentials(page, { email: user.email, password }, 'Sign in');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  });

  test('a new email address needs the password and a code, and the old one is told', async ({
    page,
    probe,
    signedIn,
  }) => {
    const { email } = newCredentials();
    await page.goto('/account');
    await page.getByLabel('New email').fill(email);
    await page.getByRole('button', { name: 'Send a code' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByLabel('Password').fill('not the right one');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await expect(dialog.getByLabel('Password')).toHaveAccessibleDescription(/Incorrect password/);
    await dialog.getByLabel('Password').fill(signedIn.password);
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await page.getByLabel('Code').fill('XXXX-XXXX');
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/wrong/);
    await page.getByLabel('Code').fill(await probe.codeIn(email));
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByText(`Your email address is now ${email}.`)).toBeVisible();
    await expect(page.getByTitle(`Signed in as ${email}`)).toBeVisible();
    const mail = await probe.mailTo(signedIn.email);
    expect(mail.text).toContain(email);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(title(page, 'Sign in')).toBeVisible();
    await submitCredentials(page, { email, password: signedIn.password }, 'Sign in');
    await expect(page.getByTitle(`Signed in as ${email}`)).toBeVisible();
  });

  test('a session is ended from another browser', async ({ page, user, browser, origin }) => {
    const other = await browser.newContext({
      baseURL: origin,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0',
    });
    const elsewhere = await other.newPage();
    await elsewhere.goto('/sign-in?next=%2Faccount');
    await submitCredentials(elsewhere, user, 'Sign in');
    await expect(elsewhere.getByText('Firefox on Windows · this device')).toBeVisible();

    await page.goto('/sign-in?next=%2Faccount');
    await submitCredentials(page, user, 'Sign in');
    await page.getByRole('button', { name: /^End session: Firefox on Windows/ }).click();
    await expect(page.getByText('Firefox on Windows')).toHaveCount(0);
    await elsewhere.getByLabel('Current password').fill(user.password);
    await elsewhere.getByLabel('New password').fill(`${user.password} again`);
    await elsewhere.getByRole('button', { name: 'Change password' }).click();
    await expect(elsewhere.getByText(/^Your session has ended/)).toBeVisible();
    await other.close();
  });
}

/** A session of the user on another device. */
async function signIn(origin: string, { email, password }: { email: string; password: string }): Promise<Session> {
  const session = new Session(origin);
  await session.send(SESSION); // sets the CSRF cookie
  await session.send(SIGN_IN, { method: 'POST', json: { email, password } });
  expect((await session.send(SESSION)).status).toBe(200);
  return session;
}
