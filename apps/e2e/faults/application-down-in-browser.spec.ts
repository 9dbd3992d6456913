import { createUser } from '../support/users.ts';
import { expect, test } from './fault-stack.ts';

test('forms keep their input while the application is down', async ({ origin, page, send, stack }) => {
  const user = await createUser(origin);
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password').fill(user.password);

  await stack.stop('api');
  const signIn = page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true });
  await signIn.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Reference for support ?[0-9a-f]{32}/);
  await expect(page.getByLabel('Email')).toHaveValue(user.email);

  // The app itself still loads.
  await page.goto('/system');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nginx' })).toContainText('OK');
  await expect(page.getByRole('listitem').filter({ hasText: 'Gunicorn' })).toContainText('Failed');

  await stack.start('api');
  await expect.poll(async () => (await send('/api/readyz')).status).toBe(200);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Gunicorn' })).toContainText('OK');
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password').fill(user.password);
  await signIn.click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
