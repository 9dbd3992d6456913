import { APP_TITLE } from '../support/identity.ts';
import { expect, test, title } from './journey.ts';

test('a deep link opens its page, and a reload shows it again', async ({ page }) => {
  await page.goto('/system');
  await expect(title(page, 'System status')).toBeVisible();
  await page.reload();
  await expect(title(page, 'System status')).toBeVisible();
  await expect(page).toHaveTitle(`System status · ${APP_TITLE}`);
});

test('back and forward navigate between pages', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.getByRole('link', { name: 'System status' }).click();
  await expect(title(page, 'System status')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.goForward();
  await expect(title(page, 'System status')).toBeVisible();
});

for (const path of ['/nowhere', '/a/b/c', '/user/john.doe']) {
  test(`${path} shows a page that says it does not exist`, async ({ page }) => {
    await page.goto(path);
    await expect(title(page, 'Page not found')).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/$/);
  });
}
