import { expect, test, title } from './journey.ts';

const background = () => getComputedStyle(document.documentElement).backgroundColor;

test('dark is another design than light, and follows the device', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/sign-in');
  await expect(title(page, 'Sign in')).toBeVisible();
  const light = await page.evaluate(background);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(background)).not.toBe(light);
});

test('a chosen appearance wins over the device, and is kept', async ({ page }) => {
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

test('on a phone every control is large enough for a finger', async ({ page, signedIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signedIn.session.ask('/api/notes', { method: 'POST', json: { title: 'One', body: '' } });
  for (const [path, heading] of [
    ['/notes', 'Notes'],
    ['/notes/new', 'New note'],
    ['/system', 'System'],
  ] as const) {
    await page.goto(path);
    await expect(title(page, heading)).toBeVisible();
    const controls = page.locator('button:visible, input:visible:not([type=radio]), select:visible, textarea:visible');
    for (const control of await controls.all()) {
      const box = await control.boundingBox();
      expect(box?.height, await control.evaluate((node) => node.outerHTML)).toBeGreaterThanOrEqual(44);
    }
  }
});
