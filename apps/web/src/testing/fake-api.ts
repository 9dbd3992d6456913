import type { Schema } from '@app/api-types';
import { http, HttpResponse } from 'msw';
import { problem } from './problem';
import { server } from './server';

type Note = Schema<'Note'>;

export const USER = { id: 7, display: 'mira', email: 'mira@example.com', has_usable_password: true };
export const PASSWORD = 'quiet-otter-42-lane';
const NOW = '2026-11-22T10:00:00Z';
const AUTH = '/api/auth/browser/v1';

/** A note as the API would store it. */
export function makeNote(facts: Partial<Note> = {}): Note {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    title: 'Shed',
    body: 'Paint it green.',
    version: 1,
    created_at: NOW,
    updated_at: NOW,
    ...facts,
  };
}

/** The API's behaviour, as far as the app can tell: sessions, and notes with versions. Tests read and change its state. */
export function fakeApi(start: { signedIn?: boolean; notes?: Note[] } = {}) {
  const state = { signedIn: start.signedIn ?? true, notes: start.notes ?? [] };
  const authenticated = () =>
    HttpResponse.json({ status: 200, data: { user: USER, methods: [] }, meta: { is_authenticated: true } });
  const unauthenticated = () =>
    HttpResponse.json({ status: 401, data: { flows: [] }, meta: { is_authenticated: false } }, { status: 401 });
  const signInFirst = () => (state.signedIn ? null : problem(401, 'Sign in to see this.'));

  server.use(
    http.get(`${AUTH}/config`, () => HttpResponse.json({ status: 200, data: {} })),
    http.get(`${AUTH}/auth/session`, () => (state.signedIn ? authenticated() : unauthenticated())),
    http.delete(`${AUTH}/auth/session`, () => {
      state.signedIn = false;
      return unauthenticated();
    }),
    http.post<never, { email: string; password: string }>(`${AUTH}/auth/login`, async ({ request }) => {
      const { password } = await request.json();
      if (password !== PASSWORD) {
        const errors = [{ code: 'mismatch', param: 'password', message: 'That password is not right.' }];
        return HttpResponse.json({ status: 400, errors }, { status: 400 });
      }
      state.signedIn = true;
      return authenticated();
    }),
    http.get('/api/notes', ({ request }) => {
      const search = new URL(request.url).searchParams.get('search') ?? '';
      const items = state.notes.filter((note) => (note.title + note.body).includes(search));
      return signInFirst() ?? HttpResponse.json({ items, total: items.length, page: 1, page_size: 20 });
    }),
    http.post<never, { title: string; body: string }>('/api/notes', async ({ request }) => {
      const refused = signInFirst();
      if (refused) return refused;
      const id = `22222222-2222-4222-8222-${String(state.notes.length).padStart(12, '0')}`;
      const note = makeNote({ id, ...(await request.json()) });
      state.notes = [note, ...state.notes];
      return HttpResponse.json(note, { status: 201 });
    }),
    http.get('/api/notes/:id', ({ params }) => {
      const note = state.notes.find(({ id }) => id === params.id);
      return signInFirst() ?? (note ? HttpResponse.json(note) : problem(404, 'There is no such note.'));
    }),
    http.put<{ id: string }, { title: string; body: string; version: number }>(
      '/api/notes/:id',
      async ({ params, request }) => {
        const refused = signInFirst();
        if (refused) return refused;
        const { title, body, version } = await request.json();
        const current = state.notes.find(({ id }) => id === params.id);
        if (!current) return problem(404, 'There is no such note.');
        if (current.version !== version) return problem(409, 'It was changed in between.', { current });
        const next = { ...current, title, body, version: version + 1 };
        state.notes = state.notes.map((note) => (note.id === next.id ? next : note));
        return HttpResponse.json(next);
      },
    ),
    http.delete('/api/notes/:id', ({ params }) => {
      state.notes = state.notes.filter(({ id }) => id !== params.id);
      return signInFirst() ?? new HttpResponse(null, { status: 204 });
    }),
  );
  return state;
}
