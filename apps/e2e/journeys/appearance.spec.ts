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

  // From the first paint: without the app's code the page has the same colours.
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect(page.locator('#root')).toBeEmpty();
  expect(await page.evaluate(background)).toBe(dark);
  await expect(page.locator('meta[name="theme-color"][media="all"]')).toHaveAttribute('data-scheme', 'dark');
});

test('lines, borders and the focus are visible with forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/', '/sign-in', '/system']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(findInvisiblePieces), path).toEqual([]);
  }
  await page.goto('/sign-in');
  for (const control of [page.getByLabel('Email'), page.getByRole('button', { name: 'Sign in', exact: true })]) {
    await control.focus();
    await expect(control).not.toHaveCSS('outline-style', 'none');
    await expect(control).not.toHaveCSS('border-style', 'none');
  }
});

/** Runs in the page: pieces of the line that have neither a border nor a background that differs from the page. */
function findInvisiblePieces(): string[] {
  const invisible = ['rgba(0, 0, 0, 0)', getComputedStyle(document.documentElement).backgroundColor];
  const elements = [...document.querySelectorAll('[class*="line-"], [class*="hop"]')];
  const shown = elements.filter((element) => element.checkVisibility());
  const pieces = shown.flatMap((element) => ['::before', '::after'].map((piece) => ({ element, piece })));
  const faults = pieces.filter(({ element, piece }) => {
    const style = getComputedStyle(element, piece);
    const isDrawn = style.content !== 'none' && style.display !== 'none' && style.width !== '0px';
    const isPlain = style.borderWidth === '0px' && style.backgroundImage === 'none';
    return isDrawn && isPlain && invisible.includes(style.backgroundColor);
  });
  return faults.map(({ element, piece }) => `${element.className}${piece}`);
}
