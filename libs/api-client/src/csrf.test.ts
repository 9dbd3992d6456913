import { getSystem, signIn } from '@app/api-types';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCookie } from './csrf';
import { CSRF_COOKIE, server } from './testing/server';

const CREDENTIALS = { body: { email: 'mira@example.com', password: 'quiet-otter' } };
const SIGN_IN = '/api/auth/browser/v1/auth/login';
const CONFIG = '/api/auth/browser/v1/config';

/** Responds to requests and records the token of each. */
function recordTokens(): (string | null)[] {
  const tokens: (string | null)[] = [];
  server.use(
    ...[SIGN_IN, '/api/system'].map((path) =>
      http.all(path, ({ request }) => {
        tokens.push(request.headers.get('X-CSRFToken'));
        return HttpResponse.json({});
      }),
    ),
  );
  return tokens;
}

beforeEach(() => {
  document.cookie = `${CSRF_COOKIE}=; max-age=0`;
});

describe('the CSRF token', () => {
  it('is sent with unsafe methods only', async () => {
    document.cookie = `${CSRF_COOKIE}=abc`;
    const tokens = recordTokens();
    await signIn(CREDENTIALS);
    await getSystem();
    expect(tokens).toEqual(['abc', null]);
  });

  it('is fetched once when the cookie is missing', async () => {
    let fetched = 0;
    server.use(
      http.get(CONFIG, () => {
        fetched += 1;
        document.cookie = `${CSRF_COOKIE}=fresh`;
        return HttpResponse.json({});
      }),
    );
    const tokens = recordTokens();
    await Promise.all([signIn(CREDENTIALS), signIn(CREDENTIALS)]);
    expect(tokens).toEqual(['fresh', 'fresh']);
    expect(fetched).toBe(1);
  });

  it('fails with a network error when the cookie cannot be fetched', async () => {
    server.use(http.get(CONFIG, () => HttpResponse.error()));
    await expect(signIn(CREDENTIALS)).rejects.toMatchObject({ name: 'ApiError', kind: 'network' });
  });

  it('is read from the cookie with exactly this name', () => {
    expect(readCookie('csrf', 'a=1; csrf=x%3Dy; b=2')).toBe('x=y');
    expect(readCookie('csrf', 'notcsrf=1')).toBeNull();
    expect(readCookie('csrf', '')).toBeNull();
  });
});
