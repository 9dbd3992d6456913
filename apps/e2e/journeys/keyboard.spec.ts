import type { Page } from '@playwright/test';
import { expect, test, title } from './journey.ts';

/** Press Tab until the element with this role and name has the focus. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let presses = 0; presses < 25; presses += 1) {
    if ((await target.count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeVisible();
}

test('a user signs in, opens a page and signs out with the keyboard', async ({ page, user }) => {
  await page.goto('/sign-in');
  await expect(title(page, 'Sign in')).toBeVisible();
  await tabTo(page, 'textbox', 'Email');
  await page.keyboard.type(user.email);
  await tabTo(page, 'textbox', 'Password');
  await page.keyboard.type(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  // After navigation, screen readers continue at the heading of the new page.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, 'link', 'System status');
  await page.keyboard.press('Enter');
  await expect(title(page, 'System status')).toBeFocused();

  await tabTo(page, 'button', 'Sign out');
  await page.keyboard.press('Space');
  await expect(title(page, 'Sign in')).toBeVisible();
});

test('the first Tab focuses a link to the main content', async ({ page }) => {
  await page.goto('/system');
  await expect(title(page, 'System status')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});
