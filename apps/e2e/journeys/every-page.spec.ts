import { AxeBuilder } from '@axe-core/playwright';
import { devices } from '@playwright/test';
import { join } from 'node:path';
import { SCREENS } from '../support/paths.ts';
import { expect, test } from './journey.ts';
import { PAGES } from './pages.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch },
};

for (const [device, size] of Object.entries(DEVICES)) {
  test.describe(`on a ${device}`, () => {
    test.use({ ...size, contextOptions: { reducedMotion: 'reduce' } });

    for (const { name, signedIn, open } of PAGES) {
      test(`${name} is accessible and fits the screen, light and dark, and has its picture taken`, async ({
        page,
        context,
        person,
      }) => {
        await context.addCookies(signedIn ? person.session.browserCookies : []);
        await open(page, person);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          // In one step, in the page itself; the other mode is for frames of other origins, and takes twice as long.
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          expect(found, colorScheme).toEqual([]);
          // Not of innerWidth: a phone makes its window as wide as the page, and shows it smaller.
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, colorScheme).toBeLessThanOrEqual(size.viewport.width);
          await page.screenshot({ path: join(SCREENS, `${name}-${device}-${colorScheme}.png`), fullPage: true });
        }
      });
    }
  });
}
