import { draftKey, readDraft, writeDraft } from '@app/ui';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { fakeApi, OTHER_USER, PASSWORD, USER } from '../../testing/fake-api';
import { fakeNotes, makeNote } from '../../testing/fake-notes';
import { gate } from '../../testing/gate';
import { openApp } from '../../testing/open-app';
import { problem, REQUEST_ID } from '../../testing/problem';
import { server } from '../../testing/server';
import { noteValues } from './note';

const NOTE = makeNote();
const PATH = `/notes/${NOTE.id}`;
const API = `/api${PATH}`;
const OWNER = String(USER.id);

/** Opens the app as a signed-in user who has these notes. */
function open(path: string, initial = [NOTE]) {
  const session = fakeApi();
  const state = fakeNotes(initial);
  return { session, state, user: openApp(path) };
}

type User = ReturnType<typeof open>['user'];

const save = (user: User) => user.click(screen.getByRole('button', { name: 'Save' }));

async function editTitle(user: User, text: string) {
  const field = await screen.findByLabelText('Title');
  await user.clear(field);
  await user.type(field, text);
}

/** Fills in every field of the form. */
async function fillIn() {
  fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Title two' } });
  fireEvent.change(screen.getByLabelText('Body'), { target: { value: 'Other body.' } });
}

describe('the list of notes', () => {
  it('offers to create a note when it is empty', async () => {
    open('/notes', []);
    expect(await screen.findByText('No notes yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'New note' })).toBeVisible();
  });

  it('stores the search in the address, and says when nothing is found', async () => {
    const { user } = open('/notes');
    await screen.findByRole('link', { name: NOTE.title });
    await user.type(screen.getByRole('searchbox', { name: 'Search notes' }), 'zebra');
    expect(await screen.findByText('No notes found')).toBeVisible();
    expect(location.search).toBe('?search=zebra');
  });

  it('is shown again with the same search after a note was opened', async () => {
    const { user } = open(`/notes?search=${NOTE.title.charAt(0)}`);
    await user.click(await screen.findByRole('link', { name: NOTE.title }));
    await user.click(await screen.findByRole('link', { name: 'All notes' }));
    await screen.findByRole('link', { name: NOTE.title });
    expect(location.search).toBe(`?search=${NOTE.title.charAt(0)}`);
  });

  it('leads to the first page of the same search from a page after the last one', async () => {
    const { user } = open('/notes?search=S&page=99');
    server.use(
      http.get(
        '/api/notes',
        () => HttpResponse.json({ items: [], total: null, has_next: false, page: 99, page_size: 20 }),
        { once: true },
      ),
    );
    expect(await screen.findByText('No more notes')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'First page' }));
    await waitFor(() => {
      expect(location.search).toBe('?search=S');
    });
  });

  it('shows an error with the request id, and loads again', async () => {
    fakeApi();
    fakeNotes([NOTE]);
    server.use(http.get('/api/notes', () => problem(500, 'It broke.'), { once: true }));
    const user = openApp('/notes');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('It broke.');
    expect(alert).toHaveTextContent(REQUEST_ID);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: NOTE.title })).toBeVisible();
  });
});

describe('a new note', () => {
  it('is saved as typed, and opens at its own address', async () => {
    const { state, user } = open('/notes/new', []);
    await fillIn();
    await save(user);
    await waitFor(() => {
      expect(location.pathname).toBe(`/notes/${state.notes[0]?.id ?? 'none'}`);
    });
    expect(state.notes[0]).toMatchObject({
      title: 'Title two',
      body: 'Other body.',
    });
  });

  it('is stored once when Save is pressed twice', async () => {
    const { state } = open('/notes/new', []);
    await fillIn();
    const button = screen.getByRole('button', { name: 'Save' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByRole('button', { name: 'Delete' });
    expect(state.notes).toHaveLength(1);
  });

  it('keeps the form, the focus and what is typed while it is saved', async () => {
    const { user } = open('/notes/new', []);
    const response = gate();
    server.use(http.post('/api/notes', () => response.opened, { once: true }));
    await fillIn();
    await save(user);
    const field = screen.getByLabelText('Title');
    await user.type(field, 'Y');
    response.open();
    await screen.findByRole('button', { name: 'Delete' });
    await waitFor(() => {
      expect(location.pathname).not.toBe('/notes/new');
    });
    expect(field).toHaveFocus();
    expect(field).toHaveDisplayValue(/Y$/);
  });

  it('is not sent while a required field is empty', async () => {
    const { state, user } = open('/notes/new', []);
    await screen.findByLabelText('Title');
    await save(user);
    expect(screen.getByLabelText('Title')).toBeInvalid();
    expect(state.notes).toEqual([]);
  });
});

describe('an edit', () => {
  it('changes only what was typed', async () => {
    const { state, user } = open(PATH);
    await editTitle(user, 'Z');
    await save(user);
    expect(await screen.findByRole('heading', { level: 1, name: 'Z' })).toBeInTheDocument();
    expect(state.notes).toEqual([{ ...NOTE, title: 'Z', version: 2 }]);
  });

  it('is not sent when nothing was changed', async () => {
    const { state, user } = open(PATH);
    await screen.findByLabelText('Title');
    await save(user);
    expect(await screen.findByText('No changes to save')).toBeVisible();
    expect(state.notes).toEqual([NOTE]);
  });

  it('shows the error of a field next to it, and focuses the field', async () => {
    const { user } = open(PATH);
    const errors = [{ field: 'title', message: 'This value is taken.', code: 'taken' }];
    server.use(http.put(API, () => problem(422, 'Some fields are invalid.', { errors })));
    await editTitle(user, 'Z');
    await save(user);
    const field = screen.getByLabelText('Title');
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription('This value is taken.');
    });
    expect(field).toHaveValue('Z');
    expect(field).toHaveFocus();
  });

  it('moves the focus to the heading when it is discarded', async () => {
    const { user } = open(PATH);
    await editTitle(user, 'Z');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    });
  });

  it('is kept when saving fails, also for the next visit', async () => {
    const { user } = open(PATH);
    server.use(http.put(API, () => problem(503, 'The server is starting.')));
    await editTitle(user, 'Z');
    await save(user);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server is starting.');
    expect(alert).toHaveTextContent(REQUEST_ID);
    expect(screen.getByLabelText('Title')).toHaveValue('Z');

    await user.click(screen.getByRole('link', { name: 'All notes' }));
    await user.click(await screen.findByRole('link', { name: NOTE.title }));
    expect(await screen.findByLabelText('Title')).toHaveValue('Z');
    expect(screen.getByText('Unsaved changes restored.')).toBeVisible();
  });

  it('keeps what is typed while saving, as an edit of the saved version', async () => {
    const { state, user } = open(PATH);
    const response = gate();
    server.use(http.put(API, () => response.opened, { once: true }));
    await editTitle(user, 'Z');
    await save(user);
    await editTitle(user, 'Y');
    response.open();
    expect(await screen.findByText('Note saved')).toBeVisible();
    expect(screen.getByLabelText('Title')).toHaveValue('Y');
    await save(user);
    await waitFor(() => {
      expect(state.notes).toEqual([{ ...NOTE, title: 'Y', version: 3 }]);
    });
  });

  it('is restored after the session has ended and the user has signed in again', async () => {
    const { session, user } = open(PATH);
    server.use(http.put(API, () => problem(401, 'Sign in.')));
    await editTitle(user, 'Z');
    session.signedIn = false;
    await save(user);
    expect(await screen.findByText(/session has ended/)).toBeVisible();
    await user.type(screen.getByLabelText('Email'), USER.email);
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByLabelText('Title')).toHaveValue('Z');
    expect(location.pathname).toBe(PATH);
  });

  it('is restored with Undo after it was discarded', async () => {
    const { user } = open(PATH);
    await editTitle(user, 'Z');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(screen.getByLabelText('Title')).toHaveValue(NOTE.title);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(screen.getByLabelText('Title')).toHaveValue('Z');
  });

  it.each(['before', 'after'])('is saved as a new note when it was deleted %s it is opened', async (when) => {
    const newDraft = { values: { ...noteValues(NOTE), title: 'X' }, version: null };
    writeDraft(draftKey(OWNER, 'notes'), newDraft);
    writeDraft(draftKey(OWNER, 'notes', NOTE.id), { values: { ...newDraft.values, title: 'Z' }, version: 1 });
    const { state, user } = open(PATH, when === 'before' ? [] : [NOTE]);
    expect(await screen.findByLabelText('Title')).toHaveValue('Z');
    if (when === 'after') {
      state.notes = [];
      await save(user);
    }
    expect(await screen.findByText('This note was deleted. Save it as a new one?')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save as a new note' }));
    await waitFor(() => {
      expect(location.pathname).toBe(`/notes/${state.notes[0]?.id ?? 'none'}`);
    });
    expect(state.notes).toMatchObject([{ title: 'Z' }]);
    expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
    expect(readDraft(draftKey(OWNER, 'notes', NOTE.id), newDraft.values)).toBeNull();
    // The draft of another new note stays.
    expect(readDraft(draftKey(OWNER, 'notes'), newDraft.values)).toMatchObject(newDraft);
  });
});

describe('a conflict', () => {
  const STORED = makeNote({ title: 'Y', version: 2 });

  async function openConflict() {
    const { state, user } = open(PATH);
    await editTitle(user, 'Z');
    state.notes = [STORED];
    await save(user);
    expect(await screen.findByRole('heading', { name: 'This note was changed elsewhere' })).toHaveFocus();
    return { state, user };
  }

  it('shows both versions and saves neither', async () => {
    const { state } = await openConflict();
    expect(screen.getByRole('article', { name: 'Your version' })).toHaveTextContent('Z');
    expect(screen.getByRole('article', { name: 'Other version' })).toHaveTextContent('Y');
    expect(state.notes).toEqual([STORED]);
  });

  it('saves the user’s version over the other one', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Use my version' }));
    await waitFor(() => {
      expect(state.notes).toEqual([{ ...STORED, title: 'Z', version: 3 }]);
    });
  });

  it('shows the other version', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Use the other version' }));
    expect(screen.getByLabelText('Title')).toHaveValue('Y');
    expect(state.notes).toEqual([STORED]);
  });

  it('saves the user’s version as a copy', async () => {
    const { state, user } = await openConflict();
    await user.click(screen.getByRole('button', { name: 'Save mine as a copy' }));
    await waitFor(() => {
      expect(state.notes.map((stored) => stored.title)).toEqual(['Z', 'Y']);
    });
    expect(screen.getByLabelText('Title')).toHaveValue('Y');
  });
});

describe('another user', () => {
  it.each([PATH, '/notes', '/notes/new'])(
    'who signs in after a session has ended sees nothing of it at %s',
    async (path) => {
      const { session, state, user } = open(PATH);
      await editTitle(user, 'Z');
      session.signedIn = false;
      server.use(http.put(API, () => problem(401, 'Sign in.')));
      await save(user);
      await screen.findByText(/session has ended/);
      history.replaceState(null, '', `/sign-in?next=${path}`);
      state.notes = [];
      await user.type(screen.getByLabelText('Email'), OTHER_USER.email);
      await user.type(screen.getByLabelText('Password'), PASSWORD);
      await user.click(screen.getByRole('button', { name: 'Sign in' }));
      await waitFor(() => {
        expect(location.pathname).toBe(path);
      });
      await screen.findByTitle(`Signed in as ${OTHER_USER.email}`);
      await screen.findByRole('heading', { level: 1 });
      expect(screen.queryByText(NOTE.title)).toBeNull();
      expect(screen.queryByDisplayValue(/Z|Title/)).toBeNull();
      expect(localStorage.getItem(draftKey(OWNER, 'notes', NOTE.id))).toBeNull();
    },
  );

  it('who signs in in another tab sees an empty form', async () => {
    const { session, user } = open('/notes/new', []);
    await editTitle(user, 'Z');
    session.user = OTHER_USER;
    new BroadcastChannel('session').postMessage('changed');
    await screen.findByTitle(`Signed in as ${OTHER_USER.email}`);
    await waitFor(() => {
      expect(screen.getByLabelText('Title')).toHaveValue('');
    });
    expect(localStorage.getItem(draftKey(OWNER, 'notes'))).toBeNull();
  });

  it('does not receive what is saved in a tab that has not heard of the sign-in', async () => {
    const { session, state, user } = open('/notes/new', []);
    await fillIn();
    session.user = OTHER_USER;
    server.use(http.post('/api/notes', () => problem(412, 'You are signed in as someone else.')));
    await save(user);
    expect(await screen.findByText('You are signed in as someone else.')).toBeVisible();
    await screen.findByTitle(`Signed in as ${OTHER_USER.email}`);
    await waitFor(() => {
      expect(screen.getByLabelText('Title')).toHaveValue('');
    });
    expect(state.notes).toEqual([]);
    expect(sessionStorage.getItem(draftKey(OWNER, 'notes'))).toBeNull();
  });

  it('does not see a note that was being saved for the earlier user', async () => {
    const { session, state, user } = open('/notes/new', []);
    const response = gate();
    server.use(http.post('/api/notes', () => response.opened, { once: true }));
    await fillIn();
    await save(user);
    session.user = OTHER_USER;
    new BroadcastChannel('session').postMessage('changed');
    await screen.findByTitle(`Signed in as ${OTHER_USER.email}`);
    response.open();
    await waitFor(() => {
      expect(state.notes).toHaveLength(1);
    });
    server.use(http.get('/api/notes/:id', () => problem(404, 'This note does not exist.')));
    history.pushState(null, '', `/notes/${state.notes[0]?.id ?? 'none'}`);
    expect(await screen.findByRole('heading', { name: 'Note not found' })).toBeVisible();
  });
});

describe('deleting a note', () => {
  async function confirm(user: User) {
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Delete note' }));
    return dialog;
  }

  it('asks for confirmation and returns to the list', async () => {
    const { state, user } = open(PATH);
    await confirm(user);
    expect(await screen.findByText('No notes yet')).toBeVisible();
    expect(state.notes).toEqual([]);
  });

  it('shows why it failed', async () => {
    const { user } = open(PATH);
    server.use(http.delete(API, () => problem(409, 'Something else refers to it.')));
    const dialog = await confirm(user);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Something else refers to it.');
  });
});
