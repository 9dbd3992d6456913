import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expect, test } from '../support/test.ts';

const { app, files } = deployment;

row('app-fallback', () => {
  for (const path of [...app.addresses, '/n%C3%B8tter', '/notes?search=a.js']) {
    test(`${path} answers the app's page`, async ({ ask }) => {
      const page = await ask(app.page);
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.header('Content-Type')).toMatch(/^text\/html/);
      expect(answer.text).toBe(page.text);
      expect(answer.text).toContain(app.marker);
    });
  }

  // Each looks like a place of files or of the API, and is none.
  const ALMOST = ['/assets', '/static', '/apis/notes', '/apiary', '/administrator', '/x/assets/y', '/x/api/notes'];

  // And each of these begins like an address that Nginx keeps for itself.
  const LONGER = ['problem', 'page', 'range', 'timeout', 'refused', 'failed'].map((name) => `/__e/${name}s`);
  LONGER.push('/healthz/more', '/healthzz', '/favicon.icons', '/error-page.css-of-mine');

  for (const path of [...ALMOST, ...LONGER, '/notes.jsx', '/notesjs', '/file.js/edit']) {
    test(`${path} is an address of the app like any other`, async ({ ask }) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(app.marker);
    });
  }
});

row('missing-files', () => {
  // The first folder holds the app's files, so that its names can be tried without an extension.
  const inFolders = files.folders.flatMap((folder) => [`${folder}missing`, `${folder}missing-3fA9.js`, `${folder}a/b`]);
  const byExtension = files.extensions.flatMap((extension) => [
    `/deep/er/missing.${extension}`,
    `/MISSING.${extension.toUpperCase()}`,
  ]);

  for (const path of [...inFolders, '/.well-known/security.txt', ...byExtension]) {
    test(`${path} is missing, and answers 404 and never the app's page`, async ({ ask }) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(app.marker);
    });
  }
});
