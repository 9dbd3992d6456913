import { gunzipSync } from 'node:zlib';
import { createUser } from '../support/users.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { accounts, api } = deployment;
const PROBE = deployment.probe ?? '';
const SESSION = accounts?.session ?? '';

/** The names in all Vary headers, sorted. */
const varyNames = (values: string[]) =>
  values
    .join(',')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort();

const DATE = 'Wed, 21 Oct 2015 07:28:00 GMT';

row('api-caching', () => {
  for (const path of [api.open, `${api.prefix}missing`, ...(SESSION ? [SESSION] : [])]) {
    test(`${path} is not stored by shared caches`, async ({ send }) => {
      expect((await send(path)).header('Cache-Control')).toMatch(/no-store|private/);
    });
  }
});

row('api-caching', { needs: ['probe'] }, () => {
  test('Cache-Control of a view is forwarded', async ({ send }) => {
    expect((await send(`${PROBE}/cacheable`)).all('Cache-Control')).toEqual(['public, max-age=60']);
  });

  test('a response without Cache-Control gets private, no-store', async ({ send }) => {
    expect((await send(`${PROBE}/echo`)).all('Cache-Control')).toEqual(['private, no-store']);
  });

  test('a path that contains the name of an internal folder gets private, no-store', async ({ send }) => {
    for (const rest of ['/br/x', '/identity/assets/x', '/__e/page']) {
      expect((await send(`${PROBE}/echo${rest}`)).all('Cache-Control'), rest).toEqual(['private, no-store']);
    }
  });

  test('a 502 does not keep the Cache-Control of the invalid response', async ({ send }) => {
    const response = await send(`${PROBE}/raw/public-and-broken`);
    expect(response).toBeProblem(502);
    expect(response.all('Cache-Control')).toEqual(['no-store']);
  });

  test('Last-Modified of a view is forwarded', async ({ send }) => {
    expect((await send(`${PROBE}/cacheable`)).header('Last-Modified')).toBe(DATE);
  });

  test('Vary lists what the view varies on and Accept-Encoding, each once', async ({ send }) => {
    expect(varyNames((await send(`${PROBE}/echo`)).all('Vary'))).toEqual(['accept-encoding']);
    for (const [sent, expected] of [
      ['Accept-Encoding', 'Accept-Encoding'],
      ['accept-encoding, cookie', 'accept-encoding, cookie'],
      ['Cookie', 'Cookie, Accept-Encoding'],
    ] as const) {
      expect((await send(`${PROBE}/varying?on=${encodeURIComponent(sent)}`)).all('Vary')).toEqual([expected]);
    }
  });

  test('Vary of an error is forwarded too', async ({ send }) => {
    const response = await send(`${PROBE}/varying?on=Cookie&status=404`);
    expect(response.status).toBe(404);
    expect(response.all('Vary')).toEqual(['Cookie, Accept-Encoding']);
  });
});

row('api-caching', { needs: ['accounts', 'writing'] }, () => {
  test("one user's response is never served to another user or without a session", async ({ origin, send, user }) => {
    const mine = await user.session.send(SESSION);
    expect(mine.text).toContain(user.email);
    expect(mine.header('Cache-Control')).toMatch(/private|no-store/);
    expect(varyNames(mine.all('Vary'))).toContain('cookie');
    const other = await createUser(origin);
    expect((await other.session.send(SESSION)).text).not.toContain(user.email);
    expect((await send(SESSION)).status).toBe(401);
  });
});

row('conditional-api', { needs: ['probe'] }, () => {
  const STRONG = '"probe-1"';

  test('a strong ETag is unchanged without compression', async ({ send }) => {
    expect((await send(`${PROBE}/tagged`)).header('ETag')).toBe(STRONG);
  });

  // Compression changes the bytes, which a strong ETag would have to identify (RFC 9110, 8.8.1).
  test('a strong ETag becomes weak with compression', async ({ send }) => {
    const response = await send(`${PROBE}/tagged`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.header('Content-Encoding')).toBe('gzip');
    expect(response.header('ETag')).toBe(`W/${STRONG}`);
    expect(gunzipSync(response.body).length).toBeGreaterThan(1000);
  });

  for (const etag of [STRONG, `W/${STRONG}`]) {
    test(`If-None-Match: ${etag} reaches the application, and its 304 is forwarded`, async ({ send }) => {
      const response = await send(`${PROBE}/tagged`, { headers: { 'If-None-Match': etag, 'Accept-Encoding': 'gzip' } });
      expect(response.status).toBe(304);
      expect(response.body).toHaveLength(0);
      expect(response.header('ETag')).toBe(STRONG);
    });
  }

  test('every conditional header reaches the application (RFC 9110, 13.1 and 14.2)', async ({ probe }) => {
    const conditions = {
      'If-Match': STRONG,
      'If-None-Match': STRONG,
      'If-Modified-Since': DATE,
      'If-Unmodified-Since': DATE,
      'If-Range': STRONG,
      Range: 'bytes=0-1',
    };
    expect((await probe.echo('', { headers: conditions })).headers).toMatchObject(conditions);
  });
});
