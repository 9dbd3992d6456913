import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import type { Answer } from '../support/http.ts';
import { SAMPLE_FOLDER, SAMPLE_NAMES } from '../support/sample-files.ts';
import { expect, test } from '../support/test.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const CODINGS = ['br', 'gzip', 'identity'];
const { admin, api, app, files } = deployment;

row('page-caching', () => {
  for (const path of ['/', app.page, app.addresses.at(-1) ?? '/']) {
    test(`${path} is asked about each time: no-cache, ETag, and 304 to who has it`, async ({ ask }) => {
      for (const coding of CODINGS) {
        const answer = await ask(path, { headers: { 'Accept-Encoding': coding } });
        expect(answer.header('Cache-Control'), coding).toBe('no-cache');
      }
      const answer = await ask(path);
      const etag = answer.header('ETag') ?? 'none';
      expect(answer.header('Cache-Control')).toBe('no-cache');
      expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await ask(path, { headers: { 'If-None-Match': etag } });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect((await ask(path, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200);
    });
  }

  // Reproducible builds give files a time that means nothing; a browser would guess a lifetime from it (RFC 9111, 4.2.2).
  test('a file tells no time of its own: the ETag alone decides', async ({ ask }) => {
    for (const path of [app.page, ...Object.values(assetsOf(await ask('/')))]) {
      expect((await ask(path)).all('Last-Modified'), path).toEqual([]);
    }
  });
});

row('page-caching', { needs: ['version'] }, () => {
  test('what the build says of itself is asked about each time', async ({ ask }) => {
    const answer = await ask(app.version ?? '');
    expect(answer.status).toBe(200);
    expect(answer.header('Cache-Control')).toBe('no-cache');
    expect(answer.json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });
});

row('asset-caching', () => {
  test("the app's files have hashed names and are kept for one year, immutable", async ({ ask }) => {
    for (const path of Object.values(assetsOf(await ask('/')))) {
      expect(path).toMatch(/-[\w-]{8}\.(js|css)$/);
      for (const coding of CODINGS) {
        const answer = await ask(path, { headers: { 'Accept-Encoding': coding } });
        expect(answer.status, path).toBe(200);
        expect(answer.header('Cache-Control'), `${path} as ${coding}`).toBe(FOR_EVER);
      }
    }
  });

  for (const folder of files.hashed) {
    test(`a 404 under ${folder} is kept by nobody: the file may come with the next release`, async ({ ask }) => {
      for (const name of ['missing-3fA9bbbb.js', 'missing.0123456789ab.css']) {
        const answer = await ask(`${folder}${name}`);
        expect(answer.status).toBe(404);
        expect(answer.header('Cache-Control')).toBe('no-store');
      }
    });
  }
});

row('asset-caching', { needs: ['admin'] }, () => {
  test("Django's static files have hashed names and are kept for one year, immutable", async ({ ask }) => {
    const page = await ask(admin?.page ?? '');
    const paths = [...page.text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      expect(path).toMatch(/\.[0-9a-f]{12}\.\w+$/);
      for (const coding of CODINGS) {
        const answer = await ask(path, { headers: { 'Accept-Encoding': coding } });
        expect(answer.status, path).toBe(200);
        expect(answer.header('Cache-Control'), `${path} as ${coding}`).toBe(FOR_EVER);
      }
    }
  });

  test('a static file whose name holds no hash is asked about each time', async ({ ask }) => {
    const page = await ask(admin?.page ?? '');
    const [, hashed = ''] = /href="(\/static\/[^"]+\.css)"/.exec(page.text) ?? [];
    const answer = await ask(hashed.replace(/\.[0-9a-f]{12}\./, '.'));
    // Storages may keep the plain names or not; kept, they change with a release.
    const caching: Record<number, string> = { 200: 'no-cache', 404: 'no-store' };
    expect(answer.header('Cache-Control')).toBe(caching[answer.status]);
  });
});

row('asset-caching', { needs: ['engine'] }, () => {
  const { hashed, hashedWithoutExtension, almostHashed, inHashedFolder, lookalikes } = SAMPLE_NAMES;

  for (const name of [hashed, hashedWithoutExtension]) {
    test(`${name} among the static files is kept for one year`, async ({ ask }) => {
      expect((await ask(`/static${SAMPLE_FOLDER}/${name}`)).header('Cache-Control')).toBe(FOR_EVER);
    });
  }

  for (const name of [...almostHashed, inHashedFolder]) {
    test(`${name} holds no hash, and is asked about each time`, async ({ ask }) => {
      expect((await ask(`/static${SAMPLE_FOLDER}/${name}`)).header('Cache-Control')).toBe('no-cache');
    });
  }

  for (const name of [...lookalikes, hashed, 'sample.txt']) {
    test(`${name} outside of the hashed folders is asked about each time`, async ({ ask }) => {
      expect((await ask(`${SAMPLE_FOLDER}/${name}`)).header('Cache-Control')).toBe('no-cache');
    });
  }

  test('everything under /assets/ has a hashed name, whatever it looks like', async ({ ask }) => {
    expect((await ask(`/assets${SAMPLE_FOLDER}/sample.txt`)).header('Cache-Control')).toBe(FOR_EVER);
  });
});

row('api-caching', () => {
  for (const path of [api.open, `${api.prefix}missing`, ...(api.private ? [api.private] : [])]) {
    test(`${path} is kept by nobody unless it says otherwise`, async ({ ask }) => {
      expect((await ask(path)).header('Cache-Control')).toMatch(/no-store|private/);
    });
  }
});

row('revalidation-headers', () => {
  const kept = ['Content-Security-Policy', 'Cache-Control', 'Vary', 'ETag', 'X-Content-Type-Options'];
  const lasting = (answer: Answer) => kept.map((name) => [name, answer.all(name)]);

  for (const coding of ['br', 'gzip', 'identity']) {
    test(`a 304 of a file as ${coding} says of it what its 200 said`, async ({ ask }) => {
      const { script, style } = assetsOf(await ask('/'));
      for (const path of ['/', app.addresses.at(-1) ?? '/', script, style]) {
        const headers = { 'Accept-Encoding': coding };
        const fresh = await ask(path, { headers });
        const etag = { 'If-None-Match': fresh.header('ETag') ?? '' };
        const revalidated = await ask(path, { headers: { ...headers, ...etag } });
        expect(revalidated.status, path).toBe(304);
        expect(lasting(revalidated), path).toEqual(lasting(fresh));
      }
    });
  }
});
