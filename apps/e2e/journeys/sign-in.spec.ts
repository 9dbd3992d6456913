import { enter, expect, test, title, writeNote } from './journey.ts';

test('a person signs in', async ({ page, person }) => {
  await page.goto('/sign-in');
  await enter(page, person, 'Sign in');
  await expect(title(page, 'Notes')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Notes')).toBeVisible();
});

test('a wrong password is refused in words, and the address stays', async ({ page, person }) => {
  await page.goto('/sign-in');
  await enter(page, { ...person, password: 'not the right one' }, 'Sign in');
  await expect(page.getByText(/not correct|wrong|do not match/i)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(person.email);
  await expect(title(page, 'Sign in')).toBeVisible();

  await enter(page, person, 'Sign in');
  await expect(title(page, 'Notes')).toBeVisible();
});

test('a deep link leads to sign-in and back to itself', async ({ page, person }) => {
  const note = await writeNote(person, { title: 'Deep down', body: '' });
  await page.goto(`/notes/${note.id}`);
  await expect(title(page, 'Sign in')).toBeVisible();
  await enter(page, person, 'Sign in');
  await expect(title(page, 'Deep down')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/notes/${note.id}$`));
});

test('sign-in never leads to another site', async ({ page, person, origin }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F');
  await enter(page, person, 'Sign in');
  await expect(title(page, 'Notes')).toBeVisible();
  expect(new URL(page.url()).origin).toBe(origin);
});

test('a person signs out, and the notes are gone from this browser', async ({ page, signedIn }) => {
  await writeNote(signedIn, { title: 'Private', body: '' });
  await page.goto('/notes');
  await expect(page.getByRole('link', { name: 'Private' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
  await expect(page.getByText('You are signed out.')).toBeVisible();

  await page.goBack();
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.goto('/notes');
  await expect(title(page, 'Sign in')).toBeVisible();
  await expect(page.getByText('Private')).toBeHidden();
  // The session itself has ended, not only this page's knowledge of it.
  expect((await signedIn.session.ask('/api/notes')).status).toBe(401);
});

test('a session that ends while a page is open leads to sign-in and back', async ({ page, signedIn }) => {
  await page.goto('/notes');
  // The list is there: its own request must not be the one that finds the session gone.
  await expect(page.getByText('Nothing written yet')).toBeVisible();
  await signedIn.session.ask('/api/auth/browser/v1/auth/session', { method: 'DELETE' });
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('river');
  await expect(title(page, 'Sign in')).toBeVisible();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await enter(page, signedIn, 'Sign in');
  await expect(title(page, 'Notes')).toBeVisible();
});
