import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { devices, type Page } from '@playwright/test';
import { SCREENS } from '../support/paths.ts';
import { expect, test } from './journey.ts';
import { PAGES } from './pages.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch },
};
/** The width of a small phone, and of a screen that is magnified four times (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };
const CONTROLS = 'button:visible, input:visible:not([type=radio], [type=checkbox]), select:visible, textarea:visible';
/** CSS pixels: WCAG 2.2, 2.5.5 */
const MIN_TOUCH_TARGET = 44;

async function expectAccessible(page: Page, state: string, rules?: string[]): Promise<void> {
  // Legacy mode runs in the page itself and takes half the time; the other mode is for cross-origin frames.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, state).toEqual([]);
}

/** Expect that nothing is cut off at the right edge, no control covers a text, and no short word is broken. */
async function expectFit(page: Page, width: number, state: string): Promise<void> {
  // On a phone, innerWidth grows with the page, so scrollWidth is compared with the configured width.
  expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(width);
  expect(await page.evaluate(findLayoutFaults), state).toEqual([]);
}

/** Runs in the page. */
function findLayoutFaults(): string[] {
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.sr-only');
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  // A dialog covers the page, and a toast its lower end.
  const root = document.querySelector('[role$=dialog]') ?? document.querySelector('#root') ?? document.body;
  const controls = [...root.querySelectorAll('a, button, input, select, textarea')]
    .filter(isShown)
    .map((control) => ({ control, areas: [...control.getClientRects()] }));
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement || !isShown(text.parentElement)) continue;
    for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const boxes = [...range.getClientRects()];
      if (boxes.length > 1 && word.length < 20) faults.push(`"${word}" is broken`);
      for (const { control, areas } of controls) {
        const covers = areas.some((area) => boxes.some((box) => overlap(area, box)));
        if (covers && !control.contains(text)) faults.push(`${control.outerHTML.slice(0, 80)} covers "${word}"`);
      }
    }
  }
  return faults;
}

for (const [device, options] of Object.entries(DEVICES)) {
  test.describe(`on a ${device}`, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } });

    for (const { name, signedIn, open } of PAGES) {
      test(`${name} is accessible, and fits the screen, a narrow one and paper`, async ({ context, page, user }) => {
        await context.addCookies(signedIn ? user.session.browserCookies : []);
        await open(page, user);
        const screenshot = (colorScheme: string) =>
          page.screenshot({
            path: join(SCREENS, `${name}-${device}-${colorScheme}.png`),
            fullPage: true,
            // In device pixels, the image of a phone would be seven times as large.
            scale: 'css',
          });
        await expectAccessible(page, 'light');
        await expectFit(page, options.viewport.width, 'light');
        await screenshot('light');
        await page.emulateMedia({ colorScheme: 'dark' });
        // The schemes differ in colors only.
        await expectAccessible(page, 'dark', ['color-contrast']);
        await screenshot('dark');
        const tooSmall = await page
          .locator(CONTROLS)
          .evaluateAll(
            (all, height) =>
              all.filter((one) => one.getBoundingClientRect().height < height).map((one) => one.outerHTML),
            MIN_TOUCH_TARGET,
          );
        expect(tooSmall).toEqual([]);
        await page.setViewportSize(NARROW);
        await expectFit(page, NARROW.width, 'narrow');
        await page.emulateMedia({ media: 'print' });
        await expectFit(page, NARROW.width, 'print');
        await expect(page.locator('button:visible, select:visible, nav:visible')).toHaveCount(0);
      });
    }
  });
}

test('the API documentation is accessible and fits the screen', async ({ page }) => {
  await page.goto('/api/docs');
  await page.getByRole('button', { name: /GET.*livez/ }).click();
  await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible();
  await expectAccessible(page, 'an open operation');
  await page.setViewportSize(NARROW);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
});
