import { expect, test, title, writeNote } from './journey.ts';

test('a deep link opens its page, and a reload shows it again', async ({ page, signedIn }) => {
  const note = await writeNote(signedIn, { title: 'Deep', body: 'down' });
  await page.goto(`/notes/${note.id}`);
  await expect(title(page, 'Deep')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Deep')).toBeVisible();
  await expect(page.getByLabel('Text')).toHaveValue('down');
  await expect(page).toHaveTitle('Deep · Tandem');
});

test('back and forward go where a person expects', async ({ page, signedIn }) => {
  await writeNote(signedIn, { title: 'First', body: '' });
  await page.goto('/notes');
  await page.getByRole('link', { name: 'First' }).click();
  await expect(title(page, 'First')).toBeVisible();
  await page.getByRole('link', { name: 'System' }).click();
  await expect(title(page, 'System')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'First')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'Notes')).toBeVisible();
  await page.goForward();
  await expect(title(page, 'First')).toBeVisible();
});

test('back from the first note after writing it leads to the list and not to the empty form', async ({
  page,
  signedIn,
}) => {
  await page.goto('/notes');
  await page.getByRole('link', { name: 'New note' }).click();
  await page.getByLabel('Title').fill('Written');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(title(page, 'Written')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'Notes')).toBeVisible();
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(1);
});

for (const path of ['/nowhere', '/notes/a/b/c', '/user/john.doe']) {
  test(`${path} is a page of the app that says it was not found`, async ({ page }) => {
    await page.goto(path);
    await expect(title(page, 'Page not found')).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/$/);
  });
}

test('a note that does not exist says so', async ({ page, signedIn }) => {
  for (const id of ['00000000-0000-4000-8000-000000000000', 'not-an-id']) {
    await page.goto(`/notes/${id}`);
    await expect(title(page, 'Note not found')).toBeVisible();
  }
  await page.getByRole('link', { name: 'All notes', exact: true }).click();
  await expect(title(page, 'Notes')).toBeVisible();
  expect((await signedIn.session.ask('/api/notes')).status).toBe(200);
});

test('the start page of somebody who is signed in is their notes', async ({ page, signedIn }) => {
  await writeNote(signedIn, { title: 'Here', body: '' });
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Here' })).toBeVisible();
});
