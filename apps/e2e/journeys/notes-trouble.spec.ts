import { expect, test, title, writeNote } from './journey.ts';

// What was typed is never lost, and the person is told beside the field or the button it belongs to.

test('a blank title is refused beside its field, and the text stays', async ({ page, signedIn }) => {
  await page.goto('/notes/new');
  await page.getByLabel('Title').fill('   ');
  await page.getByLabel('Text').fill('a long thought');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/\w/);
  await expect(page.getByLabel('Text')).toHaveValue('a long thought');
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(0);
});

test('a title that is too long is refused beside its field, and can be put right', async ({ page, signedIn }) => {
  await page.goto('/notes/new');
  await page.getByLabel('Title').fill('x'.repeat(201));
  await page.getByLabel('Text').fill('a long thought');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/200/);
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(0);

  await page.getByLabel('Title').fill('Short');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(title(page, 'Short')).toBeVisible();
  expect((await signedIn.session.ask('/api/notes')).json().total).toBe(1);
});

test.describe('two tabs edit one note', () => {
  test('the second to save sees both versions and chooses', async ({ page, context, signedIn }) => {
    const note = await writeNote(signedIn, { title: 'Plan', body: 'as it was' });
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(`/notes/${note.id}`);
      await expect(tab.getByLabel('Text')).toHaveValue('as it was');
    }
    await other.getByLabel('Text').fill('mine');
    await page.getByLabel('Text').fill('theirs');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Note saved').first()).toBeVisible();

    await other.getByRole('button', { name: 'Save' }).click();
    const fork = other.getByRole('alert', { name: 'Two versions of this note' });
    await expect(fork.getByRole('article', { name: 'Yours' })).toContainText('mine');
    await expect(fork.getByRole('article', { name: 'Saved' })).toContainText('theirs');
    // Until then nothing is overwritten.
    expect((await signedIn.session.ask(`/api/notes/${note.id}`)).json().body).toBe('theirs');

    await fork.getByRole('button', { name: 'Keep mine' }).click();
    await expect(fork).toBeHidden();
    await expect(other.getByText('Note saved').first()).toBeVisible();
    expect((await signedIn.session.ask(`/api/notes/${note.id}`)).json().body).toBe('mine');
  });

  test('both versions can be kept', async ({ page, signedIn }) => {
    const note = await writeNote(signedIn, { title: 'Plan', body: 'as it was' });
    await page.goto(`/notes/${note.id}`);
    await page.getByLabel('Text').fill('mine');
    const path = `/api/notes/${note.id}`;
    await signedIn.session.ask(path, { method: 'PUT', json: { title: 'Plan', body: 'theirs', version: note.version } });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Keep both' }).click();
    await expect(page.getByLabel('Text')).toHaveValue('theirs');
    await expect(page.getByRole('alert')).toBeHidden();
    const stored = (await signedIn.session.ask('/api/notes')).json<{ items: { body: string }[] }>().items;
    expect(stored.map(({ body }) => body).sort()).toEqual(['mine', 'theirs']);
  });
});

test('what was typed survives a reload, and says that it is a draft', async ({ page, signedIn }) => {
  const note = await writeNote(signedIn, { title: 'Plan', body: 'as it was' });
  await page.goto(`/notes/${note.id}`);
  await page.getByLabel('Text').fill('half a thought');
  await page.reload();
  await expect(page.getByLabel('Text')).toHaveValue('half a thought');
  await expect(page.getByText(/your draft/)).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByLabel('Text')).toHaveValue('as it was');
});

test('without a network the page says so, keeps what was typed, and saves when it is back', async ({
  page,
  context,
  signedIn,
  complaints,
}) => {
  const note = await writeNote(signedIn, { title: 'Plan', body: 'as it was' });
  await page.goto(`/notes/${note.id}`);
  await page.getByLabel('Text').fill('written on a train');
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Not saved');
  await expect(page.getByLabel('Text')).toHaveValue('written on a train');

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Note saved').first()).toBeVisible();
  expect((await signedIn.session.ask(`/api/notes/${note.id}`)).json().body).toBe('written on a train');
  // The one thing that the browser may have noticed.
  expect(complaints.splice(0).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
