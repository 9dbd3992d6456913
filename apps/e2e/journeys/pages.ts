import type { Page } from '@playwright/test';
import type { Person } from '../support/people.ts';
import { expect, title, writeNote } from './journey.ts';

export interface Shown {
  /** The file's name of its picture, too. */
  name: string;
  /** Bring a browser there, and wait until all of it is there. */
  open: (page: Page, person: Person) => Promise<void>;
  signedIn: boolean;
}

const NOTES = [
  { title: 'Morning pages', body: 'Three of them, before coffee. Nobody reads them, which is the point.' },
  { title: 'A list for the market', body: 'Leeks, the good butter, two lemons, whatever smells of July.' },
  { title: 'What the river said', body: 'Slow down.' },
];

async function opened(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await expect(title(page, heading)).toBeVisible();
}

/** Every page and the states of it that a person meets: what accessibility and pictures are checked on. */
export const PAGES: Shown[] = [
  { name: 'welcome', signedIn: false, open: (page) => opened(page, '/', 'Write it down. Find it again.') },
  { name: 'sign-in', signedIn: false, open: (page) => opened(page, '/sign-in', 'Sign in') },
  {
    name: 'sign-in-refused',
    signedIn: false,
    open: async (page, person) => {
      await opened(page, '/sign-in', 'Sign in');
      await page.getByLabel('Email').fill(person.email);
      await page.getByLabel('Password').fill('not the right one');
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByText(/not correct|wrong|do not match/i)).toBeVisible();
    },
  },
  { name: 'sign-up', signedIn: false, open: (page) => opened(page, '/sign-up', 'Create your account') },
  {
    name: 'system',
    signedIn: false,
    open: async (page) => {
      await opened(page, '/system', 'System');
      await expect(page.getByText('Every hop answers')).toBeVisible();
    },
  },
  { name: 'not-found', signedIn: false, open: (page) => opened(page, '/nowhere', 'Page not found') },
  {
    name: 'notes-empty',
    signedIn: true,
    open: async (page) => {
      await opened(page, '/notes', 'Notes');
      await expect(page.getByText('Nothing written yet')).toBeVisible();
    },
  },
  {
    name: 'notes',
    signedIn: true,
    open: async (page, person) => {
      for (const note of NOTES) await writeNote(person, note);
      await opened(page, '/notes', 'Notes');
      await expect(page.getByRole('link', { name: 'Morning pages' })).toBeVisible();
    },
  },
  {
    name: 'note',
    signedIn: true,
    open: async (page, person) => {
      const note = await writeNote(person, { title: 'Morning pages', body: NOTES[0]?.body ?? '' });
      await opened(page, `/notes/${note.id}`, 'Morning pages');
    },
  },
  {
    name: 'note-refused',
    signedIn: true,
    open: async (page) => {
      await opened(page, '/notes/new', 'New note');
      await page.getByLabel('Title').fill('   ');
      await page.getByLabel('Text').fill('A thought that is kept.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'note-conflict',
    signedIn: true,
    open: async (page, person) => {
      const note = await writeNote(person, { title: 'Plan', body: 'As it was.' });
      await opened(page, `/notes/${note.id}`, 'Plan');
      await page.getByLabel('Text').fill('As I want it.');
      const elsewhere = { title: 'Plan', body: 'As somebody else wants it.', version: note.version };
      await person.session.ask(`/api/notes/${note.id}`, { method: 'PUT', json: elsewhere });
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('alert', { name: 'Two versions of this note' })).toBeVisible();
    },
  },
  {
    name: 'note-delete',
    signedIn: true,
    open: async (page, person) => {
      const note = await writeNote(person, { title: 'Morning pages', body: NOTES[0]?.body ?? '' });
      await opened(page, `/notes/${note.id}`, 'Morning pages');
      await page.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
];
