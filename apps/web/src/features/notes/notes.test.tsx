import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { fakeApi, makeNote, PASSWORD, USER } from '../../testing/fake-api';
import { gate } from '../../testing/gate';
import { openApp } from '../../testing/open-app';
import { problem, REQUEST_ID } from '../../testing/problem';
import { server } from '../../testing/server';

const NOTE = makeNote();
const NOTE_PATH = `/notes/${NOTE.id}`;
const NOTE_API = `/api/notes/${NOTE.id}`;

async function editText(user: ReturnType<typeof openApp>, text: string) {
  const field = await screen.findByLabelText('Text');
  await user.clear(field);
  await user.type(field, text);
}

const save = (user: ReturnType<typeof openApp>) => user.click(screen.getByRole('button', { name: 'Save' }));

describe('the list of notes', () => {
  it('shows the way to a first note when there is none', async () => {
    fakeApi();
    openApp('/notes');
    expect(await screen.findByText('Nothing written yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'New note' })).toBeVisible();
  });

  it('puts the search into the address, and says when nothing is found', async () => {
    fakeApi({ notes: [NOTE] });
    const user = openApp('/notes');
    await screen.findByRole('link', { name: 'Shed' });
    await user.type(screen.getByRole('searchbox', { name: 'Search notes' }), 'zebra');
    expect(await screen.findByText('Nothing found')).toBeVisible();
    expect(location.search).toBe('?search=zebra');
  });

  it('asks for what makes sense in the address, and leaves the rest out of it', async () => {
    fakeApi({ notes: [NOTE] });
    let asked = '';
    server.use(
      http.get('/api/notes', ({ request }) => {
        asked = new URL(request.url).search;
      }),
    );
    openApp('/notes?search=Shed&sort=password&page=-3');
    expect(await screen.findByRole('link', { name: 'Shed' })).toBeVisible();
    expect(asked).toBe('?search=Shed&sort=-updated_at&page=1');
    expect(location.search).toBe('?search=Shed');
  });

  it('says what failed, with the request id, and loads when asked again', async () => {
    fakeApi({ notes: [NOTE] });
    server.use(http.get('/api/notes', () => problem(500, 'It broke.'), { once: true }));
    const user = openApp('/notes');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('It broke.');
    expect(alert).toHaveTextContent(REQUEST_ID);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Shed' })).toBeVisible();
  });
});

describe('a new note', () => {
  it('is stored, and opens at its own address', async () => {
    const state = fakeApi();
    const user = openApp('/notes/new');
    await user.type(await screen.findByLabelText('Title'), 'Groceries');
    await user.type(screen.getByLabelText('Text'), 'Lemons');
    await save(user);
    await waitFor(() => {
      expect(location.pathname).toBe(`/notes/${state.notes[0]?.id ?? 'none'}`);
    });
    expect(state.notes[0]).toMatchObject({ title: 'Groceries', body: 'Lemons' });
  });

  it('shows the error of a field beside that field, and keeps what was typed', async () => {
    fakeApi();
    const errors = [{ field: 'title', message: 'This title is too long.', code: 'too_long' }];
    server.use(http.post('/api/notes', () => problem(422, 'Some fields need another look.', { errors })));
    const user = openApp('/notes/new');
    const title = await screen.findByLabelText('Title');
    await user.type(title, 'Long');
    await save(user);
    expect(await screen.findByText('This title is too long.')).toBeVisible();
    expect(title).toHaveAccessibleDescription('This title is too long.');
    expect(title).toBeInvalid();
    expect(title).toHaveValue('Long');
  });
});

describe('an edit', () => {
  it('keeps the draft when saving fails, in the form and for the next visit', async () => {
    fakeApi({ notes: [NOTE] });
    server.use(http.put(NOTE_API, () => problem(503, 'The server is starting.')));
    const user = openApp(NOTE_PATH);
    await editText(user, 'Paint it blue.');
    await save(user);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server is starting.');
    expect(alert).toHaveTextContent(REQUEST_ID);
    expect(screen.getByLabelText('Text')).toHaveValue('Paint it blue.');

    await user.click(screen.getByRole('link', { name: 'All notes' }));
    await user.click(await screen.findByRole('link', { name: 'Shed' }));
    expect(await screen.findByLabelText('Text')).toHaveValue('Paint it blue.');
    expect(screen.getByText(/your draft from before/)).toBeVisible();
  });

  it('keeps what is typed while saving, and saves it over what was just stored', async () => {
    const state = fakeApi({ notes: [NOTE] });
    const answer = gate();
    server.use(
      http.put(NOTE_API, async () => {
        await answer.opened;
        state.notes = [{ ...NOTE, body: 'One', version: 2 }];
        return HttpResponse.json(state.notes[0]);
      }),
    );
    const user = openApp(NOTE_PATH);
    await editText(user, 'One');
    await save(user);
    await user.type(screen.getByLabelText('Text'), ' and two');
    answer.open();
    expect(await screen.findByText('Note saved')).toBeVisible();
    expect(screen.getByLabelText('Text')).toHaveValue('One and two');

    fakeApi({ notes: state.notes });
    server.use(
      http.put(NOTE_API, async ({ request }) => {
        state.notes = [makeNote({ ...((await request.json()) as object) })];
        return HttpResponse.json(state.notes[0]);
      }),
    );
    await save(user);
    await waitFor(() => {
      expect(state.notes[0]).toMatchObject({ body: 'One and two', version: 2 });
    });
  });

  it('does not call back somebody who has gone on while a new note was stored', async () => {
    const state = fakeApi();
    const answer = gate();
    server.use(
      http.post('/api/notes', async () => {
        await answer.opened;
        state.notes = [NOTE];
        return HttpResponse.json(NOTE, { status: 201 });
      }),
    );
    const user = openApp('/notes/new');
    await user.type(await screen.findByLabelText('Title'), 'Shed');
    await save(user);
    await user.click(screen.getByRole('link', { name: 'All notes' }));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    answer.open();
    expect(await screen.findByRole('link', { name: 'Shed' })).toBeVisible();
    expect(location.pathname).toBe('/notes');
    expect(Object.keys(sessionStorage)).not.toContain(`draft:${String(USER.id)}:new`);
  });

  it('keeps the draft when the network is gone', async () => {
    fakeApi({ notes: [NOTE] });
    server.use(http.put(NOTE_API, () => HttpResponse.error()));
    const user = openApp(NOTE_PATH);
    await editText(user, 'Paint it blue.');
    await save(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('can’t be reached');
    expect(screen.getByLabelText('Text')).toHaveValue('Paint it blue.');
  });

  it('returns to the stored note when the changes are discarded', async () => {
    fakeApi({ notes: [NOTE] });
    const user = openApp(NOTE_PATH);
    await editText(user, 'Paint it blue.');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(screen.getByLabelText('Text')).toHaveValue('Paint it green.');
  });

  it('survives the end of the session: signing in again leads back to it', async () => {
    const state = fakeApi({ notes: [NOTE] });
    const user = openApp(NOTE_PATH);
    await editText(user, 'Paint it blue.');
    state.signedIn = false;
    await save(user);
    expect(await screen.findByText(/session has ended/)).toBeVisible();
    await user.type(screen.getByLabelText('Email'), USER.email);
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByLabelText('Text')).toHaveValue('Paint it blue.');
    expect(location.pathname).toBe(NOTE_PATH);
  });

  it('can be saved as a new note when the note was deleted meanwhile', async () => {
    const state = fakeApi({ notes: [NOTE] });
    sessionStorage.setItem(
      `draft:${String(USER.id)}:${NOTE.id}`,
      JSON.stringify({ title: 'Shed', body: 'Mine', version: 1 }),
    );
    state.notes = [];
    const user = openApp(NOTE_PATH);
    await user.click(await screen.findByRole('button', { name: 'Open it as a new note' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Text')).toHaveValue('Mine');
    });
    await save(user);
    await waitFor(() => {
      expect(state.notes[0]).toMatchObject({ title: 'Shed', body: 'Mine' });
    });
  });
});

describe('a conflict', () => {
  const STORED = { ...NOTE, body: 'Paint it white.', version: 2 };

  async function openConflict() {
    const state = fakeApi({ notes: [NOTE] });
    const user = openApp(NOTE_PATH);
    await editText(user, 'Paint it blue.');
    state.notes = [STORED];
    await save(user);
    await screen.findByText('This note was changed somewhere else');
    return { state, user };
  }

  it('shows both versions and saves neither', async () => {
    const { state } = await openConflict();
    expect(screen.getByRole('heading', { name: 'This note was changed somewhere else' })).toHaveFocus();
    expect(screen.getByRole('article', { name: 'Yours' })).toHaveTextContent('Paint it blue.');
    expect(screen.getByRole('article', { name: 'Saved' })).toHaveTextContent('Paint it white.');
    expect(state.notes).toEqual([STORED]);
  });

  it('stores mine over the saved version when that is chosen', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => {
      expect(state.notes).toEqual([{ ...STORED, body: 'Paint it blue.', version: 3 }]);
    });
  });

  it('shows the saved version when that is chosen', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Keep the saved one' }));
    expect(screen.getByLabelText('Text')).toHaveValue('Paint it white.');
    expect(state.notes).toEqual([STORED]);
  });

  it('stores mine as another note when both are kept', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => {
      expect(state.notes.map((note) => note.body)).toEqual(['Paint it blue.', 'Paint it white.']);
    });
    expect(screen.getByLabelText('Text')).toHaveValue('Paint it white.');
  });
});

describe('deleting', () => {
  it('asks first, and returns to the list', async () => {
    const state = fakeApi({ notes: [NOTE] });
    const user = openApp(NOTE_PATH);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(state.notes).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: 'Delete note' }));
    expect(await screen.findByText('Nothing written yet')).toBeVisible();
    expect(state.notes).toHaveLength(0);
  });

  it('stays and says why when it fails', async () => {
    fakeApi({ notes: [NOTE] });
    server.use(http.delete(NOTE_API, () => problem(500, 'It broke.')));
    const user = openApp(NOTE_PATH);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Delete note' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('It broke.');
  });
});
