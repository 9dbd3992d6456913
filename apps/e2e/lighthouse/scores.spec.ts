import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { browserLaunch } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { expect, test } from '../support/test.ts';
import type { User } from '../support/users.ts';

const RUNS = 5;

/**
 * The lowest accepted medians. A phone has a slow network and processor: React and the router alone take 90 kB. Its medians
 * on two cores are 97, 92 and 89.
 */
const LIMITS = { performance: 100, accessibility: 100, 'best-practices': 100 };
const DEVICES = {
  phone: { config: undefined, limits: { ...LIMITS, performance: 85 } },
  desktop: { config: desktopConfig, limits: LIMITS },
};

/** A signed-in user is redirected to the first page of the product. */
const PAGES: [name: string, path: string, cookiesOf: (user: User) => User['session']['browserCookies']][] = [
  ['the start page', '/', () => []],
  ['the sign-in page', '/sign-in', () => []],
  ['the first page after signing in', '/sign-in', ({ session }) => session.browserCookies],
];

for (const [device, { config, limits }] of Object.entries(DEVICES)) {
  for (const [name, path, cookiesOf] of PAGES) {
    test(`${name} reaches the Lighthouse scores of a ${device}`, async ({ origin, user }) => {
      const port = await freePort();
      const launch = browserLaunch();
      // Lighthouse opens a new tab. Only the tabs of this context have its cookies.
      const context = await chromium.launchPersistentContext(await mkdtemp(join(tmpdir(), 'lighthouse-')), {
        ...launch,
        args: [...(launch.args ?? []), `--remote-debugging-port=${port}`],
      });
      await context.addCookies(cookiesOf(user));
      const page = await context.newPage();
      await page.goto(origin + path);
      await page.locator('h1').waitFor();
      const scores: Record<string, number[]> = {};
      for (let run = 0; run < RUNS; run += 1) {
        const flags = { port, onlyCategories: Object.keys(limits), logLevel: 'error' } as const;
        const result = await lighthouse(page.url(), flags, config);
        expect(result?.lhr.finalDisplayedUrl).toBe(page.url());
        for (const { id, score } of Object.values(result?.lhr.categories ?? {})) (scores[id] ??= []).push(score ?? 0);
      }
      await context.close();
      for (const [id, limit] of Object.entries(limits)) {
        const median = scores[id]?.toSorted((a, b) => a - b)[(RUNS - 1) / 2] ?? 0;
        expect.soft(Math.round(median * 100), `${id}: ${scores[id]?.join(' ')}`).toBeGreaterThanOrEqual(limit);
      }
    });
  }
}
