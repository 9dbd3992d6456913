import { newPerson } from '../support/people.ts';
import { expect, test, title, writeNote } from './journey.ts';

test('a person writes a note, finds it in the list, edits and deletes it', async ({ page, signedIn }) => {
  await page.goto('/notes');
  await page.getByRole('link', { name: 'New note' }).click();
  await expect(title(page, 'New note')).toBeVisible();
  await page.getByLabel('Title').fill('  Bread  ');
  await page.getByLabel('Text').fill('Flour, water, salt & <time>');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(title(page, 'Bread')).toBeVisible();

  await page.getByRole('link', { name: 'All notes', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Bread' })).toContainText('Flour, water, salt & <time>');
  await page.getByRole('link', { name: 'Bread' }).click();

  await page.getByLabel('Text').fill('Flour, water, salt, patience');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Note saved').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Text')).toHaveValue('Flour, water, salt, patience');

  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete this note?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete note' }).click();
  await expect(title(page, 'Notes')).toBeVisible();
  await expect(page.getByText('Nothing written yet')).toBeVisible();
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(0);
});

test('searching narrows the list, the address keeps it, and nothing found says so', async ({ page, signedIn }) => {
  await writeNote(signedIn, { title: 'River walk', body: 'along the water' });
  await writeNote(signedIn, { title: 'Groceries', body: 'bread' });
  await page.goto('/notes');
  const search = page.getByRole('searchbox', { name: 'Search notes' });
  await search.fill('water');
  await expect(page.getByRole('link', { name: 'Groceries' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'River walk' })).toBeVisible();
  await expect(page).toHaveURL(/\/notes\?search=water(&|$)/);

  await page.reload();
  await expect(search).toHaveValue('water');
  await expect(page.getByRole('link', { name: 'Groceries' })).toBeHidden();
  await search.fill('100% & "none" /?');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('link', { name: 'Show all notes' }).click();
  await expect(page.getByRole('link', { name: 'Groceries' })).toBeVisible();
});

test('the list is sorted as chosen', async ({ page, signedIn }) => {
  for (const name of ['Beta', 'Alpha', 'Gamma']) await writeNote(signedIn, { title: name, body: '' });
  await page.goto('/notes');
  const names = page.getByRole('listitem').getByRole('heading');
  await expect(names).toHaveText(['Gamma', 'Alpha', 'Beta']);
  await page.getByLabel('Sort').selectOption('Title, A to Z');
  await expect(names).toHaveText(['Alpha', 'Beta', 'Gamma']);
});

test('a long list comes in pages', async ({ page, signedIn }) => {
  for (let number = 1; number <= 21; number += 1) await writeNote(signedIn, { title: `Note ${number}`, body: '' });
  await page.goto('/notes');
  await expect(page.getByRole('listitem')).toHaveCount(20);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Note 1', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('listitem')).toHaveCount(20);
});

test("someone else's note is not found", async ({ page, signedIn, origin }) => {
  const note = await writeNote(await newPerson(origin), { title: 'A private matter', body: '' });
  await page.goto(`/notes/${note.id}`);
  await expect(title(page, 'Note not found')).toBeVisible();
  await expect(page.getByText('A private matter')).toBeHidden();
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(0);
});
