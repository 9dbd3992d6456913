import { newPerson } from '../support/people';
import { expect, test } from './fault-stack';

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
  await expect(alert).toContainText(/Request id [0-9a-f]{32}/);
  await expect(page.getByLabel('Text')).toHaveValue('written while the server slept');

  // Another page, and a fresh start of the app: designed, not blank.
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/try again/i, { timeout: 20_000 });
  await page.goto('/system');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nginx' })).toContainText('OK', { timeout: 20_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'Gunicorn' })).toContainText('Failed');
  await page.goto('/notes');
  await expect(page.getByRole('alert')).toContainText(/Request id [0-9a-f]{32}/, { timeout: 20_000 });

  await stack.start('api');
  await expect.poll(async () => (await ask('/api/readyz')).status).toBe(200);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Plan' }).click();
  await expect(page.getByLabel('Text')).toHaveValue('written while the server slept');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Note saved').first()).toBeVisible();
  expect((await person.session.ask(`/api/notes/${String(id)}`)).json().body).toBe('written while the server slept');
});
