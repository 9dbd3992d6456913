import { newIdentity } from '../support/people';
import { Session } from '../support/session';
import { expect, test } from '../support/test';

// One origin, a session cookie, a CSRF token: nothing of it is of use to another site.

const NOTE = { title: 'From a test', body: '' };

test.describe('cookies', () => {
  test('the session cookie is HttpOnly and SameSite=Lax, and not Secure over plain HTTP', async ({ ask, origin }) => {
    const session = new Session(origin);
    await session.ask('/api/auth/browser/v1/auth/session');
    const answer = await session.ask('/api/auth/browser/v1/auth/signup', {
      method: 'POST',
      json: newIdentity(),
    });
    expect(answer.status).toBe(200);
    const cookie = answer.all('Set-Cookie').find((line) => line.startsWith('sessionid=')) ?? '';
    expect(cookie).toMatch(/; HttpOnly(;|$)/i);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/; (Secure|Domain=)/i);
    expect((await ask('/api/notes', { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });

  test('the CSRF cookie is SameSite=Lax and readable by the app', async ({ ask }) => {
    const answer = await ask('/api/auth/browser/v1/auth/session');
    expect(answer.status).toBe(401);
    const cookie = answer.all('Set-Cookie').find((line) => line.startsWith('csrftoken=')) ?? '';
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).not.toMatch(/; HttpOnly/i);
  });

  test('files set no cookies', async ({ ask }) => {
    for (const path of ['/', '/index.html', '/assets/missing.js', '/version.json']) {
      expect((await ask(path)).all('Set-Cookie'), path).toEqual([]);
    }
  });
});

test.describe('a POST', () => {
  test('without the CSRF token is 403 problem+json, and nothing is saved', async ({ person }) => {
    const request = { method: 'POST', json: NOTE, headers: { 'X-CSRFToken': '' } };
    expect(await person.session.ask('/api/notes', request)).toBeProblem(403);
    expect((await person.session.ask('/api/notes')).json().total).toBe(0);
  });

  test('with the CSRF token from this origin passes', async ({ person }) => {
    const answer = await person.session.ask('/api/notes', { method: 'POST', json: NOTE });
    expect(answer.status).toBe(201);
    expect((await person.session.ask('/api/notes')).json().total).toBe(1);
  });

  test("with somebody else's token is 403 problem+json", async ({ person, ask }) => {
    const other = (await ask('/api/auth/browser/v1/auth/session')).all('Set-Cookie').join();
    const token = /csrftoken=([^;]+)/.exec(other)?.[1] ?? '';
    expect(token).not.toBe('');
    const request = { method: 'POST', json: NOTE, headers: { 'X-CSRFToken': token } };
    expect(await person.session.ask('/api/notes', request)).toBeProblem(403);
  });

  test('with the token but from another origin is 403 problem+json', async ({ person }) => {
    const request = { method: 'POST', json: NOTE, headers: { Origin: 'https://evil.example' } };
    expect(await person.session.ask('/api/notes', request)).toBeProblem(403);
    expect((await person.session.ask('/api/notes')).json().total).toBe(0);
  });

  test('to sign in without the CSRF token is 403 problem+json', async ({ ask }) => {
    const answer = await ask('/api/auth/browser/v1/auth/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.org', password: 'does not matter' }),
    });
    expect(answer).toBeProblem(403);
  });
});

test.describe('a foreign origin', () => {
  const foreign = { Origin: 'https://evil.example' };
  const preflight = {
    ...foreign,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'x-csrftoken',
  };

  for (const path of [
    '/',
    '/version.json',
    '/api/livez',
    '/api/notes',
    '/api/auth/browser/v1/auth/session',
    '/api/openapi.json',
  ]) {
    test(`gets no Access-Control-Allow-Origin from ${path}`, async ({ ask }) => {
      for (const options of [{ headers: foreign }, { method: 'OPTIONS', headers: preflight }]) {
        const answer = await ask(path, options);
        expect(answer.headers.filter(([name]) => /^access-control-/i.test(name))).toEqual([]);
      }
    });
  }
});
