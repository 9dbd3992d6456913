import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { SCREENS } from '../support/paths.ts';
import { newPerson } from '../support/people.ts';
import { expect, test } from './fault-stack.ts';

// The server stops under a person who is at work. Nothing that they typed is lost, and each page says what
// happened, what to do, and which request it was.
test('the server stops while a note is written: the page says so, keeps the text, and saves when it is back', async ({
  ask,
  context,
  origin,
  page,
  stack,
}) => {
  const person = await newPerson(origin);
  await context.addCookies(person.session.browserCookies);
  const note = { title: 'Plan', body: 'as it was' };
  const { id } = (await person.session.ask('/api/notes', { method: 'POST', json: note })).json();
  await page.goto(`/notes/${String(id)}`);
  await page.getByLabel('Text').fill('written while the server slept');

  await stack.stop('api');
  await page.getByRole('button', { name: 'Save' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Not saved');
  await expect(page.getByRole('main')).toContainText(/Request id ?[0-9a-f]{32}/);
  await expect(page.getByLabel('Text')).toHaveValue('written while the server slept');

  // Another page, and a fresh start of the app: designed, not blank.
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/try again/i, { timeout: 20_000 });
  await page.goto('/system');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nginx' })).toContainText('OK', { timeout: 20_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'Gunicorn' })).toContainText('Failed');
  await page.goto('/notes');
  await expect(page.getByRole('main')).toContainText(/Request id ?[0-9a-f]{32}/, { timeout: 20_000 });
  await expect(page.getByRole('alert')).toContainText(/try again/i);
  await takePictures(page);

  await stack.start('api');
  await expect.poll(async () => (await ask('/api/readyz')).status).toBe(200);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Plan' }).click();
  await expect(page.getByLabel('Text')).toHaveValue('written while the server slept');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Note saved').first()).toBeVisible();
  expect((await person.session.ask(`/api/notes/${String(id)}`)).json().body).toBe('written while the server slept');
});

/** As the journeys take them of every page; this one is seen only while the server is down. */
async function takePictures(page: Page): Promise<void> {
  const sizes = { phone: { width: 412, height: 839 }, desktop: { width: 1280, height: 800 } };
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(SCREENS, `server-stopped-${device}-${colorScheme}.png`), fullPage: true });
    }
  }
}
