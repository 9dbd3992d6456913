import { expect, test, title } from './journey.ts';

const background = () => getComputedStyle(document.documentElement).backgroundColor;

test('the colour scheme follows the device', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/sign-in');
  await expect(title(page, 'Sign in')).toBeVisible();
  const light = await page.evaluate(background);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(background)).not.toBe(light);
});

test('a chosen colour scheme overrides the device and survives a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/sign-in');
  const light = await page.evaluate(background);
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(() => page.evaluate(background)).not.toBe(light);
  const dark = await page.evaluate(background);
  await page.reload();
  await expect(title(page, 'Sign in')).toBeVisible();
  expect(await page.evaluate(background)).toBe(dark);
});
