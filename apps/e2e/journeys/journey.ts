import type { BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from '../support/test.ts';
import type { User } from '../support/users.ts';

interface JourneyFixtures {
  /** A user whose session the browser has. */
  signedIn: User;
  /** Errors in the console of the browser. Every journey must end without one. */
  consoleErrors: string[];
}

/** A page, or a state of it, for the accessibility and layout checks. */
export interface PageState {
  /** Also the file name of its screenshot. */
  name: string;
  signedIn: boolean;
  /** Open the page and wait until it is complete. */
  open: (page: Page, user: User) => Promise<void>;
}

/** The browser logs every 4xx response of the API as an error. The page shows it to the user instead. */
function isApiResponse(text: string, url: string): boolean {
  return /^Failed to load resource: .* status of 4\d\d/.test(text) && new URL(url).pathname.startsWith('/api/');
}

async function collectErrors(context: BrowserContext, errors: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (!isApiResponse(message.text(), message.location().url || 'about:blank')) errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  await context.exposeBinding('reportViolation', (_source, text: string) => errors.push(text));
  await context.addInitScript(() => {
    const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
    addEventListener('securitypolicyviolation', (event) => {
      report(`Content-Security-Policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
}

/** `test` for a user in a browser, which fails on any error in the console. */
export const test = base.extend<JourneyFixtures>({
  consoleErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      await collectErrors(context, errors);
      await use(errors);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  signedIn: async ({ context, user }, use) => {
    await context.addCookies(user.session.browserCookies);
    await use(user);
  },
});

export { expect };

/** The main heading of the page. */
export function title(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** Open the account page and wait until every section has its data. */
export async function openAccount(page: Page): Promise<void> {
  await page.goto('/account');
  await expect(title(page, 'Your account')).toBeVisible();
  const texts = ['this device', /^(New email|Only an administrator)/, /^A passkey signs you in/, 'Request file'];
  for (const text of texts) await expect(page.getByText(text)).toBeVisible();
}

/** Fill in the sign-in or sign-up form and submit it. */
export async function submitCredentials(
  page: Page,
  { email, password }: { email: string; password: string },
  button: string,
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
}
