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
export function fakeNotes(initial: Note[] = []) {
  const state = { notes: initial };
  const find = (id: unknown) => state.notes.find((stored) => stored.id === id);
  const notFound = () => problem(404, 'This note does not exist.');

  server.use(
    http.get('/api/notes', ({ request }) => {
      const search = new URL(request.url).searchParams.get('search') ?? '';
      const items = state.notes.filter((stored) => stored.title.includes(search));
      return HttpResponse.json({ items, total: items.length, has_next: false, page: 1, page_size: 20 });
    }),
    http.post<never, NoteCreate>('/api/notes', async ({ request }) => {
      const id = `22222222-2222-4222-8222-${String(state.notes.length).padStart(12, '0')}`;
      const created = makeNote({ ...(await request.json()), id });
      state.notes = [created, ...state.notes];
      return HttpResponse.json(created, { status: 201 });
    }),
    http.get('/api/notes/:id', ({ params }) => {
      const found = find(params.id);
      return found ? HttpResponse.json(found) : notFound();
    }),
    http.put<{ id: string }, NoteUpdate>('/api/notes/:id', async ({ params, request }) => {
      const { version, ...fields } = await request.json();
      const current = find(params.id);
      if (!current) return notFound();
      if (current.version !== version) return problem(409, 'This note was changed.', { current });
      const next = { ...current, ...fields, version: version + 1 };
      state.notes = state.notes.map((stored) => (stored.id === next.id ? next : stored));
      return HttpResponse.json(next);
    }),
    http.delete('/api/notes/:id', ({ params }) => {
      state.notes = state.notes.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return state;
}
