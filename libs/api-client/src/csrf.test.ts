import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { api } from './client';
import { readCsrfToken } from './csrf';
import { server } from './testing/server';

const WHO = { body: { email: 'mira@example.com', password: 'quiet-otter' } };
const SIGN_IN = '/api/auth/browser/v1/auth/login';
const CONFIG = '/api/auth/browser/v1/config';

/** Answers each call, and keeps the token that it carried. */
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
  document.cookie = 'csrftoken=; max-age=0';
});

describe('the CSRF token', () => {
  it('is sent with an unsafe method', async () => {
    document.cookie = 'csrftoken=abc';
    const tokens = recordTokens();
    await api.POST(SIGN_IN, WHO);
    expect(tokens).toEqual(['abc']);
  });

  it('is not sent with a safe one', async () => {
    document.cookie = 'csrftoken=abc';
    const tokens = recordTokens();
    await api.GET('/api/system');
    expect(tokens).toEqual([null]);
  });

  it('is fetched first when it is missing, once for all calls that wait for it', async () => {
    let fetched = 0;
    server.use(
      http.get(CONFIG, () => {
        fetched += 1;
        document.cookie = 'csrftoken=fresh';
        return HttpResponse.json({});
      }),
    );
    const tokens = recordTokens();
    await Promise.all([api.POST(SIGN_IN, WHO), api.POST(SIGN_IN, WHO)]);
    expect(tokens).toEqual(['fresh', 'fresh']);
    expect(fetched).toBe(1);
  });

  it('names the network as the reason when it cannot be fetched', async () => {
    server.use(http.get(CONFIG, () => HttpResponse.error()));
    await expect(api.POST(SIGN_IN, WHO)).rejects.toMatchObject({ name: 'ApiError', kind: 'network' });
  });

  it('is found among other cookies, and no other cookie is taken for it', () => {
    expect(readCsrfToken('a=1; csrftoken=x%3Dy; b=2')).toBe('x=y');
    expect(readCsrfToken('notcsrftoken=1')).toBeNull();
    expect(readCsrfToken('')).toBeNull();
  });
});
