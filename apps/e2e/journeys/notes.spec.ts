import { createUser } from '../support/users.ts';
import { expect, test, title } from './journey.ts';
import { createNote, noteData } from './notes.ts';

test('a user creates, edits and deletes a note', async ({ page, signedIn }) => {
  await page.goto('/notes');
  await page.getByRole('link', { name: 'New note' }).click();
  await expect(title(page, 'New note')).toBeVisible();
  await page.getByLabel('Title', { exact: true }).fill('Title one');
  await page.getByLabel('Body', { exact: true }).fill('Some body.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(title(page, 'Title one')).toBeVisible();

  await page.getByRole('link', { name: 'All notes', exact: true }).click();
  await page.getByRole('listitem').getByRole('link', { name: 'Title one' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Title two');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(title(page, 'Title two')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Title two');

  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete this note?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete note' }).click();
  await expect(page.getByText('No notes yet')).toBeVisible();
  expect((await signedIn.session.send('/api/notes')).json().total).toBe(0);
});

test('the search of notes is part of the URL', async ({ page, signedIn }) => {
  await createNote(signedIn);
  await createNote(signedIn);
  await page.goto('/notes');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  const search = page.getByRole('searchbox', { name: 'Search notes' });
  await search.fill('zebra');
  await expect(page.getByText('No notes found')).toBeVisible();
  await page.reload();
  await expect(search).toHaveValue('zebra');
  await page.getByRole('link', { name: 'Show all notes' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
});

test('the list of notes is sorted as selected', async ({ page, signedIn }) => {
  for (const name of ['B', 'A', 'C']) await createNote(signedIn, { title: name });
  await page.goto('/notes');
  const headings = page.getByRole('listitem').getByRole('heading');
  await expect(headings).toHaveText(['C', 'A', 'B']);
  await page.getByLabel('Sort').selectOption('Title, A to Z');
  await expect(headings).toHaveText(['A', 'B', 'C']);
});

test('a long list of notes has pages', async ({ page, signedIn }) => {
  for (let count = 0; count < 21; count += 1) await createNote(signedIn);
  await page.goto('/notes');
  await expect(page.getByRole('listitem')).toHaveCount(20);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole('listitem')).toHaveCount(20);
});

test('unsaved changes survive a closed tab, and signing out asks before they are lost', async ({
  context,
  signedIn,
}) => {
  const { id } = await createNote(signedIn);
  const path = `/notes/${id}`;
  const closed = await context.newPage();
  await closed.goto(path);
  await closed.getByLabel('Title', { exact: true }).fill('M');
  await closed.close();

  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('M');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Sign out without saving?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('M');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await dialog.getByRole('button', { name: 'Discard and sign out' }).click();
  await expect(title(page, 'Sign in')).toBeVisible();
});

test('a note that was deleted elsewhere is saved as a new one', async ({ page, signedIn }) => {
  const { id } = await createNote(signedIn);
  await page.goto(`/notes/${id}`);
  await page.getByLabel('Title', { exact: true }).fill('M');
  await signedIn.session.send(`/api/notes/${id}`, { method: 'DELETE' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This note was deleted. Save it as a new one?')).toBeVisible();
  await page.getByRole('button', { name: 'Save as a new note' }).click();
  await expect(title(page, 'M')).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(id));
});

test('a user whose note was changed elsewhere chooses a version', async ({ page, signedIn }) => {
  const { id, version } = await createNote(signedIn);
  const path = `/api/notes/${id}`;
  await page.goto(`/notes/${id}`);
  await page.getByLabel('Title', { exact: true }).fill('M');
  const json = noteData({ title: 'T', version });
  await signedIn.session.send(path, { method: 'PUT', json });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'This note was changed elsewhere' })).toBeFocused();
  expect((await signedIn.session.send(path)).json().title).toBe('T');

  await page.getByRole('button', { name: 'Use my version' }).click();
  await expect(title(page, 'M')).toBeVisible();
  expect((await signedIn.session.send(path)).json().title).toBe('M');
});

test('a note of another user is not found', async ({ page, signedIn, origin }) => {
  const { id } = await createNote(await createUser(origin));
  await page.goto(`/notes/${id}`);
  await expect(title(page, 'Note not found')).toBeVisible();
  expect((await signedIn.session.send('/api/notes')).json().total).toBe(0);
});

test('an edit of a note ends when another user has signed in in another tab', async ({
  context,
  page,
  signedIn,
  origin,
}) => {
  const { id } = await createNote(signedIn);
  await page.goto(`/notes/${id}`);
  await page.getByLabel('Title', { exact: true }).fill('M');
  // The cookies change, but no message reaches this tab.
  const other = await createUser(origin);
  await context.addCookies(other.session.browserCookies);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed in as someone else' })).toBeVisible();
  await expect(page.getByTitle(`Signed in as ${other.email}`)).toBeVisible();
  await expect(title(page, 'Note not found')).toBeVisible();
  expect((await other.session.send('/api/notes')).json().total).toBe(0);
});
