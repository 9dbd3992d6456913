import type { BrowserContext, Page } from '@playwright/test';
import type { Person } from '../support/people.ts';
import { test as base, expect } from '../support/test.ts';

interface JourneyFixtures {
  /** Somebody with an account whose session this browser already has. */
  signedIn: Person;
  /** What the browser complained about; every journey ends with none. */
  complaints: string[];
}

/** A 4xx of the API is an answer, which the page shows in words; the browser's console mentions it all the same. */
function isAnswerOfTheApi(text: string, url: string): boolean {
  return /^Failed to load resource: .* status of 4\d\d/.test(text) && new URL(url).pathname.startsWith('/api/');
}

async function collectComplaints(context: BrowserContext, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (!isAnswerOfTheApi(message.text(), message.location().url || 'about:blank')) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  await context.exposeBinding('reportViolation', (_source, text: string) => complaints.push(text));
  await context.addInitScript(() => {
    const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
    addEventListener('securitypolicyviolation', (event) => {
      report(`Content-Security-Policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
}

/** `test` for a person in a browser: nothing may be red in its console, whatever else a journey is about. */
export const test = base.extend<JourneyFixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      await collectComplaints(context, complaints);
      await use(complaints);
      expect(complaints, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  signedIn: async ({ context, person }, use) => {
    await context.addCookies(person.session.browserCookies);
    await use(person);
  },
});

export { expect };

/** The heading that names the page. */
export function title(page: Page, name: string | RegExp) {
  // A title of one letter is a part of most others.
  return page.getByRole('heading', { level: 1, name, exact: true });
}

export interface NoteText {
  title: string;
  body: string;
}

export interface Note extends NoteText {
  id: string;
  version: number;
}

/** Store a note for a person without their browser. */
export async function writeNote(person: Person, note: NoteText = { title: 'A note', body: '' }): Promise<Note> {
  const answer = await person.session.ask('/api/notes', { method: 'POST', json: note });
  if (answer.status !== 201) throw new Error(`No note was stored: ${answer.status} ${answer.text}`);
  return answer.json<NoteText & Note>();
}

/** Type credentials into the form that is shown, and send it. */
export async function enter(page: Page, who: { email: string; password: string }, button: string): Promise<void> {
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('main').getByRole('button', { name: button }).click();
}
