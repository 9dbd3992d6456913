import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { deployment } from '../contract/deployment.ts';
import type { Stack } from '../support/stack.ts';
import { createUser } from '../support/users.ts';
import { expect, submitCredentials, test, title } from './journey.ts';

async function confirmIdentity(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
}

/** Read the files of a ZIP archive with Python, as Node has no reader. */
async function readArchive(stack: Stack, path: string): Promise<string> {
  const program =
    'import base64, io, sys, zipfile; archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(sys.argv[1])));' +
    'print(*(name + archive.read(name).decode() for name in archive.namelist()))';
  return stack.exec('api', ['python', '-c', program, await readFile(path, 'base64')]);
}

// The tests read mails, and delete the account of their user.
if (deployment.probe) {
  test('a user downloads everything that belongs to the account, and nothing of another user', async ({
    origin,
    page,
    probe,
    signedIn,
    stack,
  }) => {
    const other = await createUser(origin);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Request file' }).click();
    await confirmIdentity(page, signedIn.password);
    const link = page.getByRole('link', { name: 'Download' });
    await expect(link).toBeVisible();
    const mail = await probe.mailTo(signedIn.email);
    expect(mail.subject).toContain('Your data is ready');
    expect(mail.text).toContain(`${origin}/account`);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('data.zip');
    const text = await readArchive(stack, await download.path());
    expect(text).toContain(signedIn.email);
    expect(text).toContain('usersessions.usersession.json');
    expect(text).not.toContain(other.email);
    const response = await other.session.send('/api/account/export/file');
    expect(response).toBeProblem(404);
  });

  test('a deleted account is signed out everywhere and cannot sign in', async ({ browser, page, probe, user }) => {
    const elsewhere = await browser.newPage();
    for (const tab of [elsewhere, page]) {
      await tab.goto('/sign-in?next=%2Faccount');
      await submitCredentials(tab, user, 'Sign in');
      await expect(title(tab, 'Your account')).toBeVisible();
    }
    await page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel('Email').fill(user.email);
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await confirmIdentity(page, user.password);
    await expect(page.getByText('Your account was deleted.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Create account' })).toBeVisible();
    expect((await probe.mailTo(user.email)).subject).toContain('Your account was deleted');

    await elsewhere.goto('/account');
    await expect(title(elsewhere, 'Sign in')).toBeVisible();
    await submitCredentials(elsewhere, user, 'Sign in');
    await expect(elsewhere.getByText('Wrong email or password.')).toBeVisible();
    await elsewhere.close();
  });
}
