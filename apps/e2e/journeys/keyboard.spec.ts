import type { Page } from '@playwright/test';
import { expect, test, title } from './journey.ts';

/** Press Tab until an element with this role and name has the focus. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let presses = 0; presses < 25; presses += 1) {
    if ((await target.count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeVisible();
}

test('a person signs in, writes, deletes and signs out with the keyboard alone', async ({ page, person }) => {
  await page.goto('/sign-in');
  await expect(title(page, 'Sign in')).toBeVisible();
  await tabTo(page, 'textbox', 'Email');
  await page.keyboard.type(person.email);
  await tabTo(page, 'textbox', 'Password');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');

  await expect(title(page, 'Notes')).toBeFocused();
  await tabTo(page, 'link', 'New note');
  await page.keyboard.press('Enter');
  await expect(title(page, 'New note')).toBeFocused();
  await tabTo(page, 'textbox', 'Title');
  await page.keyboard.type('By keyboard');
  await tabTo(page, 'textbox', 'Text');
  await page.keyboard.type('No mouse was near.');
  await tabTo(page, 'button', 'Save');
  await page.keyboard.press('Enter');
  await expect(title(page, 'By keyboard')).toBeVisible();

  await tabTo(page, 'button', 'Delete');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Delete note');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing written yet')).toBeVisible();

  await tabTo(page, 'button', 'Sign out');
  await page.keyboard.press('Space');
  await expect(title(page, 'Sign in')).toBeVisible();
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto('/system');
  await expect(title(page, 'System')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});
