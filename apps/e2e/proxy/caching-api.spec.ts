import { gunzipSync } from 'node:zlib';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { newPerson } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const PROBE = deployment.probe ?? '';
const vary = (values: string[]) =>
  values
    .join(',')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort();

const DATE = 'Wed, 21 Oct 2015 07:28:00 GMT';
const TAG = '"mine"';
/** Each field that makes a request conditional, with a value of its form: RFC 9110, 13.1 and 14.2. */
const CONDITIONS: [field: string, value: string][] = [
  ['If-Match', TAG],
  ['If-None-Match', TAG],
  ['If-Modified-Since', DATE],
  ['If-Unmodified-Since', DATE],
  ['If-Range', TAG],
  ['Range', TAG],
];

row('api-caching', { needs: ['probe'] }, () => {
  test('an answer that says itself how long it may be kept is believed', async ({ ask }) => {
    expect((await ask(`${PROBE}/cacheable`)).all('Cache-Control')).toEqual(['public, max-age=60']);
  });

  test('an answer that says nothing is nobody else’s', async ({ ask }) => {
    expect((await ask(`${PROBE}/echo`)).all('Cache-Control')).toEqual(['private, no-store']);
  });

  test('whatever its address looks like', async ({ ask }) => {
    for (const rest of ['/br/x', '/identity/assets/x', '/__e/page']) {
      expect((await ask(`${PROBE}/echo${rest}`)).all('Cache-Control'), rest).toEqual(['private, no-store']);
    }
  });

  test('an answer that turns out to be none is not kept as long as it said', async ({ ask }) => {
    const answer = await ask(`${PROBE}/raw/public-and-broken`);
    expect(answer).toBeProblem(502);
    expect(answer.all('Cache-Control')).toEqual(['no-store']);
  });

  test('Last-Modified of the application passes, so that it can be asked about', async ({ ask }) => {
    expect((await ask(`${PROBE}/cacheable`)).header('Last-Modified')).toBe('Wed, 21 Oct 2015 07:28:00 GMT');
  });

  test('Vary names Cookie where an answer depends on who asks, and the coding, each once', async ({ ask }) => {
    expect(vary((await ask(`${PROBE}/personal`)).all('Vary'))).toEqual(['accept-encoding', 'cookie']);
    expect(vary((await ask(`${PROBE}/echo`)).all('Vary'))).toEqual(['accept-encoding']);
    for (const [said, wanted] of [
      ['Accept-Encoding', 'Accept-Encoding'],
      ['accept-encoding, cookie', 'accept-encoding, cookie'],
      ['Cookie', 'Cookie, Accept-Encoding'],
    ] as const) {
      expect((await ask(`${PROBE}/varying?on=${encodeURIComponent(said)}`)).all('Vary')).toEqual([wanted]);
    }
  });

  test('Vary of an error passes, too', async ({ ask }) => {
    const answer = await ask(`${PROBE}/varying?on=Cookie&status=404`);
    expect(answer.status).toBe(404);
    expect(answer.all('Vary')).toEqual(['Cookie, Accept-Encoding']);
  });
});

row('api-caching', { needs: ['private', 'accounts', 'writing'] }, () => {
  test("one person's answer is never another's, nor anybody's", async ({ ask, origin, person }) => {
    const path = deployment.api.private ?? '';
    const note = { title: `of ${person.email}`, body: '' };
    expect((await person.session.ask(path, { method: 'POST', json: note })).status).toBe(201);
    const mine = await person.session.ask(path);
    expect(mine.text).toContain(note.title);
    expect(mine.header('Cache-Control')).toMatch(/private|no-store/);
    expect(vary(mine.all('Vary'))).toContain('cookie');
    const other = await newPerson(origin);
    expect((await other.session.ask(path)).text).not.toContain(note.title);
    expect((await ask(path)).status).toBe(401);
  });
});

row('conditional-api', { needs: ['probe'] }, () => {
  const STRONG = '"probe-1"';

  test('a strong ETag passes as it is when nothing is compressed', async ({ ask }) => {
    expect((await ask(`${PROBE}/tagged`)).header('ETag')).toBe(STRONG);
  });

  // The bytes differ now, so that it no longer names them (RFC 9110, 8.8.1).
  test('a strong ETag survives compression as a weak one', async ({ ask }) => {
    const answer = await ask(`${PROBE}/tagged`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.header('Content-Encoding')).toBe('gzip');
    expect(answer.header('ETag')).toBe(`W/${STRONG}`);
    expect(gunzipSync(answer.body).length).toBeGreaterThan(1000);
  });

  for (const etag of [STRONG, `W/${STRONG}`]) {
    test(`If-None-Match: ${etag} reaches the application, whose 304 passes without a body`, async ({ ask }) => {
      const answer = await ask(`${PROBE}/tagged`, { headers: { 'If-None-Match': etag, 'Accept-Encoding': 'gzip' } });
      expect(answer.status).toBe(304);
      expect(answer.body).toHaveLength(0);
      expect(answer.header('ETag')).toBe(STRONG);
    });
  }

  for (const [name, value] of CONDITIONS) {
    test(`${name} reaches the application`, async ({ probe }) => {
      const { headers } = await probe.echo('', { headers: { [name]: value } });
      expect(headers[name]).toBe(value);
    });
  }
});
