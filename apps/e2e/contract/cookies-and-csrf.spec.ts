import { CSRF_COOKIE, SESSION_COOKIE } from '../support/identity.ts';
import { Session } from '../support/session.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { accounts, api, app } = deployment;
const SESSION = accounts?.session ?? '';

/** Whether a cookie is sent over TLS only. */
const isSecure = (cookie: string) => /; Secure(;|$)/i.test(cookie);

row('cookies', { needs: ['accounts', 'writing'] }, () => {
  test('the session cookie is HttpOnly and SameSite=Lax, and Secure over TLS', async ({ origin, send, user }) => {
    const session = new Session(origin);
    await session.send(SESSION);
    const json = { email: user.email, password: user.password };
    const response = await session.send(accounts?.signIn ?? '', { method: 'POST', json });
    expect(response.status).toBe(200);
    const cookie = response.all('Set-Cookie').find((line) => line.startsWith(`${SESSION_COOKIE}=`)) ?? '';
    expect(cookie).toMatch(/; HttpOnly(;|$)/i);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/; Domain=/i);
    expect(isSecure(cookie)).toBe(origin.startsWith('https:'));
    expect((await send(SESSION, { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });
});

row('cookies', { needs: ['accounts'] }, () => {
  test('the CSRF cookie is SameSite=Lax, readable by scripts, and Secure over TLS', async ({ origin, send }) => {
    const response = await send(SESSION);
    expect(response.status).toBe(401);
    const cookie = response.all('Set-Cookie').find((line) => line.startsWith(`${CSRF_COOKIE}=`)) ?? '';
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
    expect(cookie).not.toMatch(/; HttpOnly/i);
    expect(isSecure(cookie)).toBe(origin.startsWith('https:'));
  });
});

row('cookies', () => {
  test('files set no cookies', async ({ send }) => {
    for (const path of ['/', app.page, '/assets/missing.js']) {
      expect((await send(path)).all('Set-Cookie'), path).toEqual([]);
    }
  });
});

// Signing out is an unsafe request that every deployment with accounts has.
row('csrf', { needs: ['accounts', 'writing'] }, () => {
  const signOut = (headers: Record<string, string> = {}) => ({ method: 'DELETE', headers });

  test('signing out without the CSRF token returns 403 problem+json, and the session stays', async ({ user }) => {
    expect(await user.session.send(SESSION, signOut({ 'X-CSRFToken': '' }))).toBeProblem(403);
    expect((await user.session.send(SESSION)).status).toBe(200);
  });

  test('signing out with the CSRF token from this origin ends the session', async ({ user }) => {
    await user.session.send(SESSION, signOut());
    expect((await user.session.send(SESSION)).status).toBe(401);
  });

  test('signing out with the token from another origin returns 403 problem+json', async ({ user }) => {
    expect(await user.session.send(SESSION, signOut({ Origin: 'https://evil.example' }))).toBeProblem(403);
    expect((await user.session.send(SESSION)).status).toBe(200);
  });
});

row('csrf', { needs: ['accounts'] }, () => {
  test('signing in without the CSRF token returns 403 problem+json with the type csrf', async ({ send }) => {
    const response = await send(accounts?.signIn ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.org', password: 'does not matter' }),
    });
    expect(response).toBeProblem(403);
    // The app uses the type to tell an outdated page from other 403 responses.
    expect(response.json().type).toMatch(/:csrf$/);
  });
});

row('foreign-origin', () => {
  const foreign = { Origin: 'https://evil.example' };
  const preflight = {
    ...foreign,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'x-csrftoken',
  };
  const paths = ['/', api.open, `${api.prefix}missing`, accounts?.session, api.documentation];

  for (const path of paths.filter((each): each is string => Boolean(each))) {
    test(`a foreign origin gets no Access-Control-Allow-Origin from ${path}`, async ({ send }) => {
      for (const options of [{ headers: foreign }, { method: 'OPTIONS', headers: preflight }]) {
        const response = await send(path, options);
        expect(response.headers.filter(([name]) => /^access-control-/i.test(name))).toEqual([]);
      }
    });
  }
});
