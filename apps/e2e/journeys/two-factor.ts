import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { HttpResponse } from '../support/http.ts';
import type { User } from '../support/users.ts';
import { expect, submitCredentials, title, type PageState } from './journey.ts';

const ROOT = '/api/auth/browser/v1';
const STEP_MS = 30_000;
/** Enough to type and send a code. */
const MARGIN_MS = 3_000;

/** The code that an authenticator app shows now (RFC 6238), or the next one if this one is about to expire. */
export async function totp(secret: string): Promise<string> {
  while (STEP_MS - (Date.now() % STEP_MS) < MARGIN_MS) await setTimeout(100);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS)));
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const value = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(value % 1_000_000).padStart(6, '0');
}

async function sendOk(
  { session }: User,
  path: string,
  options?: Parameters<User['session']['send']>[1],
): Promise<HttpResponse> {
  const response = await session.send(`${ROOT}${path}`, options);
  expect(response.status, response.text).toBeLessThan(300);
  return response;
}

async function reauthenticate(user: User): Promise<void> {
  await sendOk(user, '/auth/reauthenticate', { method: 'POST', json: { password: user.password } });
}

/** Open the account page, and confirm the identity before, so that it does not ask for the password. */
export async function openConfirmedAccount(page: Page, user: User): Promise<void> {
  await reauthenticate(user);
  // The first use of the password after sign-in upgrades its hash, and the session gets a new key.
  await page.context().addCookies(user.session.browserCookies);
  await page.goto('/account');
}

/** Add an authenticator app to the account. Returns its secret and the recovery codes. */
export async function addApp(user: User): Promise<{ secret: string; codes: string[] }> {
  await reauthenticate(user);
  const missing = await user.session.send(`${ROOT}/account/authenticators/totp`);
  const { secret } = missing.json<{ meta: { secret: string } }>().meta;
  await sendOk(user, '/account/authenticators/totp', { method: 'POST', json: { code: await totp(secret) } });
  const { data } = (await sendOk(user, '/account/authenticators/recovery-codes')).json<{
    data: { unused_codes: string[] };
  }>();
  return { secret, codes: data.unused_codes };
}

/** Sign in up to the question for the second factor. */
export async function enterPassword(page: Page, user: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await submitCredentials(page, user, 'Sign in');
  await expect(title(page, 'Confirm that it is you')).toBeVisible();
}

export const TWO_FACTOR_PAGES: PageState[] = [
  {
    name: 'two-factor',
    signedIn: false,
    open: async (page, user) => {
      await addApp(user);
      await enterPassword(page, user);
      await page.getByLabel('Code').fill('000000');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/wrong/);
    },
  },
  {
    name: 'account-set-up',
    signedIn: true,
    open: async (page, user) => {
      await openConfirmedAccount(page, user);
      await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
      await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await expect(page.getByLabel('Name of the passkey')).toBeVisible();
    },
  },
  {
    name: 'account-recovery-codes',
    signedIn: true,
    open: async (page, user) => {
      await addApp(user);
      await openConfirmedAccount(page, user);
      await page.getByRole('button', { name: 'Create new recovery codes' }).click();
      await page.getByRole('button', { name: 'Create new codes' }).click();
      await expect(page.getByText('Save these codes now.')).toBeVisible();
    },
  },
];
