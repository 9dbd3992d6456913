import { getSystem, signIn } from '@app/api-types';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectUser } from './configure';
import { CSRF_COOKIE, server } from './testing/server';

const CREDENTIALS = { body: { email: 'mira@example.com', password: 'quiet-otter' } };

beforeEach(() => {
  document.cookie = `${CSRF_COOKIE}=token`;
});

afterEach(() => {
  expectUser(null);
});

describe.each([
  ['GET', () => getSystem()],
  ['POST', () => signIn(CREDENTIALS)],
])('a %s request', (_method, send) => {
  it('names the user for whom the page is open', async () => {
    const users: (string | null)[] = [];
    server.use(
      http.all('*', ({ request }) => {
        users.push(request.headers.get('X-Expected-User'));
        return HttpResponse.json({});
      }),
    );
    await send();
    expectUser('7');
    await send();
    expect(users).toEqual([null, '7']);
  });

  it.each([
    ['is cancelled when another user has signed in', '8', 'AbortError'],
    ['is used when the same user has signed in again', '7', 'used'],
    ['is used when the user has signed out', null, 'used'],
  ])('whose response comes late %s', async (_what, next, outcome) => {
    server.use(
      http.all('*', () => {
        expectUser(next);
        return HttpResponse.json({});
      }),
    );
    expectUser('7');
    const settled = send().then(
      () => 'used',
      (error: unknown) => (error as Error).name,
    );
    expect(await settled).toBe(outcome);
  });
});
