import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { newIdentity } from '../support/people.ts';
import { Session } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

// One origin, a session cookie, a CSRF token: nothing of it is of use to another site.
const { accounts, api, app } = deployment;
const PRIVATE = api.private ?? '';

const NOTE = { title: 'From a test', body: '' };

row('cookies', { needs: ['accounts', 'private', 'writing', 'plain'] }, () => {
  test('the session cookie is HttpOnly and SameSite=Lax, and not Secure over plain HTTP', async ({ ask, origin }) => {
    const session = new Session(origin);
    await session.ask(accounts?.session ?? '');
    const answer = await session.ask(accounts?.signUp ?? '', {
      method: 'POST',
      json: newIdentity(),
    });
    expect(answer.status).toBe(200);
    const cookie = answer.all('Set-Cookie').find((line) => line.startsWith('sessionid=')) ?? '';
    expect(cookie).toMatch(/; HttpOnly(;|$)/i);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/; (Secure|Domain=)/i);
    expect((await ask(PRIVATE, { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });
});

row('cookies', { needs: ['accounts'] }, () => {
  test('the CSRF cookie is SameSite=Lax and readable by the app', async ({ ask }) => {
    const answer = await ask(accounts?.session ?? '');
    expect(answer.status).toBe(401);
    const cookie = answer.all('Set-Cookie').find((line) => line.startsWith('csrftoken=')) ?? '';
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).not.toMatch(/; HttpOnly/i);
  });
});

row('cookies', () => {
  test('files set no cookies', async ({ ask }) => {
    for (const path of ['/', app.page, '/assets/missing.js']) {
      expect((await ask(path)).all('Set-Cookie'), path).toEqual([]);
    }
  });
});

row('csrf', { needs: ['accounts', 'private', 'writing'] }, () => {
  test('a POST without the CSRF token is 403 problem+json, and nothing is saved', async ({ person }) => {
    const request = { method: 'POST', json: NOTE, headers: { 'X-CSRFToken': '' } };
    expect(await person.session.ask(PRIVATE, request)).toBeProblem(403);
    expect((await person.session.ask(PRIVATE)).json().total).toBe(0);
  });

  test('a POST with the CSRF token from this origin passes', async ({ person }) => {
    const answer = await person.session.ask(PRIVATE, { method: 'POST', json: NOTE });
    expect(answer.status).toBe(201);
    expect((await person.session.ask(PRIVATE)).json().total).toBe(1);
  });

  test("a POST with somebody else's token is 403 problem+json", async ({ person, ask }) => {
    const other = (await ask(accounts?.session ?? '')).all('Set-Cookie').join();
    const token = /csrftoken=([^;]+)/.exec(other)?.[1] ?? '';
    expect(token).not.toBe('');
    const request = { method: 'POST', json: NOTE, headers: { 'X-CSRFToken': token } };
    expect(await person.session.ask(PRIVATE, request)).toBeProblem(403);
  });

  test('a POST with the token but from another origin is 403 problem+json', async ({ person }) => {
    const request = { method: 'POST', json: NOTE, headers: { Origin: 'https://evil.example' } };
    expect(await person.session.ask(PRIVATE, request)).toBeProblem(403);
    expect((await person.session.ask(PRIVATE)).json().total).toBe(0);
  });
});

row('csrf', { needs: ['accounts'] }, () => {
  test('signing in without the CSRF token is 403 problem+json', async ({ ask }) => {
    const answer = await ask(accounts?.signIn ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.org', password: 'does not matter' }),
    });
    expect(answer).toBeProblem(403);
    // What the app knows it by: the page is out of date.
    expect(answer.json().type).toMatch(/:csrf$/);
  });
});

row('foreign-origin', () => {
  const foreign = { Origin: 'https://evil.example' };
  const preflight = {
    ...foreign,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'x-csrftoken',
  };

  const paths = ['/', api.open, `${api.prefix}missing`, PRIVATE, accounts?.session, api.documentation];

  for (const path of paths.filter((each): each is string => Boolean(each))) {
    test(`a foreign origin gets no Access-Control-Allow-Origin from ${path}`, async ({ ask }) => {
      for (const options of [{ headers: foreign }, { method: 'OPTIONS', headers: preflight }]) {
        const answer = await ask(path, options);
        expect(answer.headers.filter(([name]) => /^access-control-/i.test(name))).toEqual([]);
      }
    });
  }
});
