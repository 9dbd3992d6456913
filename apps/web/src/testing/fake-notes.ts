import type { Note, NoteCreate, NoteUpdate } from '@app/api-types';
import { http, HttpResponse } from 'msw';
import { problem } from './problem';
import { server } from './server';

const NOW = '2026-11-22T10:00:00Z';

/** A note as the API returns it. */
export function makeNote(fields: Partial<Note> = {}): Note {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    title: 'Title one',
    body: 'Some body.',
    version: 1,
    created_at: NOW,
    updated_at: NOW,
    ...fields,
  };
}

/** Simulates the API's endpoints for notes. Tests read and change the returned state. */
export function fakeNotes(notes: Note[] = []) {
  const state = { notes };
  const find = (id: unknown) => state.notes.find((note) => note.id === id);
  const notFound = () => problem(404, 'This note does not exist.');

  server.use(
    http.get('/api/notes', ({ request }) => {
      const search = new URL(request.url).searchParams.get('search') ?? '';
      const items = state.notes.filter((note) => note.title.includes(search));
      return HttpResponse.json({ items, total: items.length, has_next: false, page: 1, page_size: 20 });
    }),
    http.post<never, NoteCreate>('/api/notes', async ({ request }) => {
      const id = `22222222-2222-4222-8222-${String(state.notes.length).padStart(12, '0')}`;
      const note = makeNote({ ...(await request.json()), id });
      state.notes = [note, ...state.notes];
      return HttpResponse.json(note, { status: 201 });
    }),
    http.get('/api/notes/:id', ({ params }) => {
      const note = find(params.id);
      return note ? HttpResponse.json(note) : notFound();
    }),
    http.put<{ id: string }, NoteUpdate>('/api/notes/:id', async ({ params, request }) => {
      const { version, ...fields } = await request.json();
      const current = find(params.id);
      if (!current) return notFound();
      if (current.version !== version) return problem(409, 'This note was changed.', { current });
      const next = { ...current, ...fields, version: version + 1 };
      state.notes = state.notes.map((note) => (note.id === next.id ? next : note));
      return HttpResponse.json(next);
    }),
    http.delete('/api/notes/:id', ({ params }) => {
      state.notes = state.notes.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return state;
}
