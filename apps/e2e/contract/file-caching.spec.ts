import { assetsOf } from '../support/app-shell.ts';
import type { HttpResponse } from '../support/http.ts';
import { SAMPLE_FOLDER, UNHASHED_SAMPLES } from '../support/sample-files.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const ONE_YEAR = 'public, max-age=31536000, immutable';
const CODINGS = ['br', 'gzip', 'identity'];
const { admin, app, files } = deployment;

row('page-caching', () => {
  for (const path of ['/', app.page, app.addresses.at(-1) ?? '/']) {
    test(`${path} has no-cache and an ETag, and returns 304 for it`, async ({ send }) => {
      for (const coding of CODINGS) {
        const response = await send(path, { headers: { 'Accept-Encoding': coding } });
        expect(response.header('Cache-Control'), coding).toBe('no-cache');
      }
      const etag = (await send(path)).header('ETag') ?? 'none';
      expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await send(path, { headers: { 'If-None-Match': etag } });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect((await send(path, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200);
    });
  }

  // Reproducible builds give every file the same time. Browsers would derive a lifetime from it (RFC 9111, 4.2.2).
  test('files have no Last-Modified', async ({ send }) => {
    for (const path of [app.page, ...Object.values(assetsOf(await send('/')))]) {
      expect((await send(path)).all('Last-Modified'), path).toEqual([]);
    }
  });
});

row('page-caching', { needs: ['version'] }, () => {
  test('the version file has no-cache, a version and a build id', async ({ send }) => {
    const response = await send(app.version ?? '');
    expect(response.status).toBe(200);
    expect(response.header('Cache-Control')).toBe('no-cache');
    expect(response.json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });
});

row('asset-caching', () => {
  test("the app's files have hashed names and are cached for one year, immutable", async ({ send }) => {
    for (const path of Object.values(assetsOf(await send('/')))) {
      expect(path).toMatch(/-[\w-]{8}\.(js|css)$/);
      for (const coding of CODINGS) {
        const response = await send(path, { headers: { 'Accept-Encoding': coding } });
        expect(response.status, path).toBe(200);
        expect(response.header('Cache-Control'), `${path} as ${coding}`).toBe(ONE_YEAR);
      }
    }
  });

  for (const folder of files.hashed) {
    test(`a 404 under ${folder} is not cached, since the next release may have the file`, async ({ send }) => {
      for (const name of ['missing-3fA9bbbb.js', 'missing.0123456789ab.css']) {
        const response = await send(`${folder}${name}`);
        expect(response.status).toBe(404);
        expect(response.header('Cache-Control')).toBe('no-store');
      }
    });
  }
});

row('asset-caching', { needs: ['admin'] }, () => {
  test("Django's static files have hashed names and are cached for one year, immutable", async ({ send }) => {
    const page = await send(admin?.page ?? '');
    const paths = [...page.text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      expect(path).toMatch(/\.[0-9a-f]{12}\.\w+$/);
      for (const coding of CODINGS) {
        const response = await send(path, { headers: { 'Accept-Encoding': coding } });
        expect(response.status, path).toBe(200);
        expect(response.header('Cache-Control'), `${path} as ${coding}`).toBe(ONE_YEAR);
      }
    }
  });
});

row('asset-caching', { needs: ['engine'] }, () => {
  for (const name of UNHASHED_SAMPLES) {
    test(`${name} outside of the hashed folders has no-cache`, async ({ send }) => {
      expect((await send(`${SAMPLE_FOLDER}/${name}`)).header('Cache-Control')).toBe('no-cache');
    });
  }
});

row('revalidation-headers', () => {
  const names = ['Content-Security-Policy', 'Cache-Control', 'Vary', 'ETag', 'X-Content-Type-Options'];
  const cachedHeaders = (response: HttpResponse) => names.map((name) => [name, response.all(name)]);

  for (const coding of CODINGS) {
    test(`a 304 of a file as ${coding} has the headers of its 200`, async ({ send }) => {
      const { script, style } = assetsOf(await send('/'));
      for (const path of ['/', app.addresses.at(-1) ?? '/', script, style]) {
        const headers = { 'Accept-Encoding': coding };
        const fresh = await send(path, { headers });
        const etag = { 'If-None-Match': fresh.header('ETag') ?? '' };
        const revalidated = await send(path, { headers: { ...headers, ...etag } });
        expect(revalidated.status, path).toBe(304);
        expect(cachedHeaders(revalidated), path).toEqual(cachedHeaders(fresh));
      }
    });
  }
});
