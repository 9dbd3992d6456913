import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { devices } from '@playwright/test';
import { SCREENS } from '../support/paths.ts';
import { expect, test } from './journey.ts';
import { PAGES } from './pages.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch },
};
const CONTROLS = 'button:visible, input:visible:not([type=radio], [type=checkbox]), select:visible, textarea:visible';
/** CSS pixels: WCAG 2.2, 2.5.5 */
const MIN_TOUCH_TARGET = 44;

for (const [device, options] of Object.entries(DEVICES)) {
  test.describe(`on a ${device}`, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } });

    for (const { name, signedIn, open } of PAGES) {
      test(`${name} is accessible and fits the screen in light and dark mode`, async ({ context, page, user }) => {
        await context.addCookies(signedIn ? user.session.browserCookies : []);
        await open(page, user);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          // Legacy mode runs in the page itself and takes half the time; the other mode is for cross-origin frames.
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          expect(found, colorScheme).toEqual([]);
          // On a phone, innerWidth grows with the page, so scrollWidth is compared with the configured width.
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, colorScheme).toBeLessThanOrEqual(options.viewport.width);
          await page.screenshot({ path: join(SCREENS, `${name}-${device}-${colorScheme}.png`), fullPage: true });
        }
        for (const control of await page.locator(CONTROLS).all()) {
          const box = await control.boundingBox();
          const html = await control.evaluate((node) => node.outerHTML);
          expect(box?.height, html).toBeGreaterThanOrEqual(MIN_TOUCH_TARGET);
        }
      });
    }
  });
}
