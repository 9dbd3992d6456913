import { assetsOf } from '../support/app-shell';
import type { Answer } from '../support/http';
import { expect, test } from '../support/test';

const FOR_EVER = 'public, max-age=31536000, immutable';

test('index.html is asked about each time: no-cache, ETag, and 304 to who has it', async ({ ask }) => {
  for (const path of ['/', '/index.html', '/notes']) {
    const answer = await ask(path);
    const etag = answer.header('ETag') ?? 'none';
    expect(answer.header('Cache-Control'), path).toBe('no-cache');
    expect(etag, path).toMatch(/^(W\/)?"[^"]+"$/);
    const again = await ask(path, { headers: { 'If-None-Match': etag } });
    expect(again.status, path).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await ask(path, { headers: { 'If-None-Match': '"another"' } })).status, path).toBe(200);
  }
});

test('hashed assets are kept for one year, immutable', async ({ ask }) => {
  for (const path of Object.values(assetsOf(await ask('/')))) {
    const answer = await ask(path);
    expect(path).toMatch(/^\/assets\/.+-[\w-]{8}\.(js|css)$/);
    expect(answer.status, path).toBe(200);
    expect(answer.header('Cache-Control'), path).toBe(FOR_EVER);
  }
});

test("Django's static files have hashed names and are kept for one year, immutable", async ({ ask }) => {
  const page = await ask('/admin/login/');
  const paths = [...page.text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) {
    const answer = await ask(path);
    expect(path).toMatch(/\.[0-9a-f]{12}\.\w+$/);
    expect(answer.status, path).toBe(200);
    expect(answer.header('Cache-Control'), path).toBe(FOR_EVER);
  }
});

test('a 404 under /assets/ is kept by nobody: the file may come with the next release', async ({ ask }) => {
  for (const path of ['/assets/missing-3fA9.js', '/static/missing.0123456789ab.css']) {
    expect((await ask(path)).header('Cache-Control'), path).toBe('no-store');
  }
});

test("the API's answers are kept by nobody unless they say otherwise", async ({ ask }) => {
  for (const path of ['/api/livez', '/api/system', '/api/missing', '/api/notes']) {
    expect((await ask(path)).header('Cache-Control'), path).toMatch(/no-store|private/);
  }
});

test('a 304 carries the same Content-Security-Policy, Cache-Control, Vary and ETag as its 200', async ({ ask }) => {
  // A browser updates what it has stored with the headers of a 304 (RFC 9111, 3.2).
  const kept = ['Content-Security-Policy', 'Cache-Control', 'Vary', 'ETag', 'X-Content-Type-Options'];
  const lasting = (answer: Answer) => kept.map((name) => [name, answer.all(name)]);
  const { script, style } = assetsOf(await ask('/'));
  for (const path of ['/', '/deep/link', script, style]) {
    for (const coding of ['br', 'gzip', 'identity']) {
      const headers = { 'Accept-Encoding': coding };
      const fresh = await ask(path, { headers });
      const revalidated = await ask(path, {
        headers: { ...headers, 'If-None-Match': fresh.header('ETag') ?? '' },
      });
      expect(revalidated.status, `${path} ${coding}`).toBe(304);
      expect(lasting(revalidated), `${path} ${coding}`).toEqual(lasting(fresh));
    }
  }
});

test('what the build says of itself is at /version.json', async ({ ask }) => {
  const answer = await ask('/version.json');
  expect(answer.status).toBe(200);
  expect(answer.header('Cache-Control')).toBe('no-cache');
  expect(answer.json()).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    build: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
});
