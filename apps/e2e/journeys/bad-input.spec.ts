import type { AskOptions } from '../support/http.ts';
import { newPerson } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// Each is refused with a problem that names the request, and nothing of it is saved.

interface ValidationProblem {
  errors: { field: string; message: string; code: string }[];
}

const GOOD = { title: 'A title', body: 'Some text' };

const REFUSED_FIELDS: [what: string, note: unknown, field: string][] = [
  ['a number for a title', { ...GOOD, title: 7 }, 'title'],
  ['null for a title', { ...GOOD, title: null }, 'title'],
  ['a list for a text', { ...GOOD, body: ['a'] }, 'body'],
  ['a missing title', { body: 'x' }, 'title'],
  ['a blank title', { ...GOOD, title: '   ' }, 'title'],
  ['a title of 201 characters', { ...GOOD, title: 'x'.repeat(201) }, 'title'],
  ['a text of 20,001 characters', { ...GOOD, body: 'x'.repeat(20_001) }, 'body'],
  ['an unknown field', { ...GOOD, colour: 'red' }, 'colour'],
  ["a field that is the server's", { ...GOOD, id: '00000000-0000-4000-8000-000000000000' }, 'id'],
];

for (const [what, note, field] of REFUSED_FIELDS) {
  test(`${what} answers 422 problem+json that names the field, and nothing is saved`, async ({ person }) => {
    const answer = await person.session.ask('/api/notes', { method: 'POST', json: note });
    expect(answer).toBeProblem(422);
    const { errors } = answer.json<ValidationProblem>();
    expect(errors.map((error) => error.field)).toContain(field);
    for (const error of errors) {
      expect(error.message).toMatch(/\w+/);
      expect(error.code).toMatch(/^\w+$/);
    }
    expect((await person.session.ask('/api/notes')).json().total).toBe(0);
  });
}

const REFUSED_BODIES: [what: string, status: number, options: AskOptions][] = [
  ['broken JSON', 400, { body: '{"title": "a"', headers: { 'Content-Type': 'application/json' } }],
  ['no body', 400, { headers: { 'Content-Type': 'application/json' } }],
  [
    'bytes that are no UTF-8',
    400,
    { body: Buffer.from([0x22, 0xff, 0x22]), headers: { 'Content-Type': 'application/json' } },
  ],
  ['a list for a note', 422, { body: '[1, 2]', headers: { 'Content-Type': 'application/json' } }],
  ['a form', 415, { body: 'title=a&body=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  ['JSON as plain text', 415, { body: JSON.stringify(GOOD), headers: { 'Content-Type': 'text/plain' } }],
  ['no content type', 415, { body: JSON.stringify(GOOD) }],
];

for (const [what, status, options] of REFUSED_BODIES) {
  test(`${what} answers ${status} problem+json, and nothing is saved`, async ({ person }) => {
    const answer = await person.session.ask('/api/notes', { method: 'POST', ...options });
    expect(answer).toBeProblem(status);
    expect((await person.session.ask('/api/notes')).json().total).toBe(0);
  });
}

const REFUSED_QUERIES = ['?page=0', '?page=x', '?page_size=100000', '?page_size=-1', '?sort=password'];

for (const query of REFUSED_QUERIES) {
  test(`/api/notes${query} answers 422 problem+json`, async ({ person }) => {
    expect(await person.session.ask(`/api/notes${query}`)).toBeProblem(422);
  });
}

test('a note id that is no id answers 4xx problem+json', async ({ person }) => {
  const answer = await person.session.ask('/api/notes/not-an-id');
  expect([404, 422]).toContain(answer.status);
  expect(answer).toBeProblem(answer.status);
});

test("someone else's note is 404 to read, change and delete, and stays as it was", async ({ person, origin }) => {
  const owner = await newPerson(origin);
  const note = (await owner.session.ask('/api/notes', { method: 'POST', json: GOOD })).json();
  const path = `/api/notes/${String(note.id)}`;
  const change = { title: 'Mine now', body: '', version: 1 };
  expect(await person.session.ask(path)).toBeProblem(404);
  expect(await person.session.ask(path, { method: 'PUT', json: change })).toBeProblem(404);
  expect(await person.session.ask(path, { method: 'DELETE' })).toBeProblem(404);
  expect((await owner.session.ask(path)).json()).toEqual(note);
});

test('a stale version answers 409 problem+json with the note as it is, and loses nothing', async ({ person }) => {
  const { session } = person;
  const note = (await session.ask('/api/notes', { method: 'POST', json: GOOD })).json();
  const path = `/api/notes/${String(note.id)}`;
  const first = { title: 'First', body: 'one', version: note.version };
  const stored = (await session.ask(path, { method: 'PUT', json: first })).json();
  const answer = await session.ask(path, { method: 'PUT', json: { ...first, title: 'Second' } });
  expect(answer).toBeProblem(409);
  expect(answer.json().current).toEqual(stored);
  expect((await session.ask(path)).json()).toEqual(stored);
});

test('nobody known gets 401 problem+json', async ({ ask }) => {
  for (const path of ['/api/notes', '/api/notes/00000000-0000-4000-8000-000000000000']) {
    expect(await ask(path)).toBeProblem(401);
  }
});

test('a method that an address has not answers 405 problem+json and names those it has', async ({ person }) => {
  const answer = await person.session.ask('/api/notes', { method: 'PATCH', json: GOOD });
  expect(answer).toBeProblem(405);
  expect(answer.header('Allow')).toMatch(/GET.*POST|POST.*GET/);
});
