import type { User } from '../support/users.ts';
import { expect, type PageState, title } from './journey.ts';

export interface Note {
  id: string;
  title: string;
  version: number;
}

/** Returns the JSON of a request to create a note. */
export function noteData(changes: object = {}): object {
  return {
    title: 'Title one',
    body: 'Some body.',
    ...changes,
  };
}

/** Creates a note through the API. */
export async function createNote(user: User, changes: object = {}): Promise<Note> {
  const json = noteData(changes);
  const response = await user.session.send('/api/notes', { method: 'POST', json });
  if (response.status !== 201) throw new Error(`Creating a note failed: ${response.status} ${response.text}`);
  return response.json<Note>();
}

/** The longest text of a field, which wraps everywhere. */
const LONG = 'W'.repeat(200);

/** Pages of notes for the accessibility and layout checks. */
export const NOTES_PAGES: PageState[] = [
  {
    name: 'notes-empty',
    signedIn: true,
    open: async (page) => {
      await page.goto('/notes');
      await expect(page.getByText('No notes yet')).toBeVisible();
    },
  },
  {
    name: 'notes',
    signedIn: true,
    open: async (page, user) => {
      const { title: name } = await createNote(user);
      await page.goto('/notes');
      await expect(page.getByRole('link', { name })).toBeVisible();
    },
  },
  {
    name: 'notes-long',
    signedIn: true,
    open: async (page, user) => {
      await createNote(user, { title: LONG });
      await page.goto('/notes');
      await expect(page.getByRole('link', { name: LONG })).toBeVisible();
    },
  },
  {
    name: 'note',
    signedIn: true,
    open: async (page, user) => {
      const { id, title: name } = await createNote(user);
      await page.goto(`/notes/${id}`);
      await expect(title(page, name)).toBeVisible();
    },
  },
  {
    name: 'note-invalid',
    signedIn: true,
    open: async (page) => {
      await page.goto('/notes/new');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByLabel('Title', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'note-conflict',
    signedIn: true,
    open: async (page, user) => {
      const { id, version } = await createNote(user);
      await page.goto(`/notes/${id}`);
      await page.getByLabel('Title', { exact: true }).fill(LONG);
      const json = noteData({ title: 'T', version });
      await user.session.send(`/api/notes/${id}`, { method: 'PUT', json });
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('alert', { name: 'Two versions of this note' })).toBeVisible();
    },
  },
  {
    name: 'note-discarded',
    signedIn: true,
    open: async (page, user) => {
      const { id } = await createNote(user);
      await page.goto(`/notes/${id}`);
      await page.getByLabel('Title', { exact: true }).fill('M');
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    },
  },
  {
    name: 'note-delete',
    signedIn: true,
    open: async (page, user) => {
      const { id } = await createNote(user, { title: LONG });
      await page.goto(`/notes/${id}`);
      await page.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
];
