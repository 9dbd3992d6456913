import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import { expect, test } from '../support/test.ts';

const { app, files } = deployment;

const FOLDERS = [...files.folders, '/static/admin/', '/static/admin/css/'];
// How this product keeps its files, and what a careless image holds beside them.
const TREES = ['/identity/index.html', '/br/index.html', '/gzip/index.html', '/identity/version.json'];
const INTERNAL = ['/__e/page', '/__e/problem', '/__e/range', '/__e/timeout', '/problem.json', '/page.html'];
const CONFIGURATION = [
  '/nginx.conf',
  '/conf.d/default.conf',
  '/compose.yaml',
  '/staticfiles.json',
  '/static/staticfiles.json',
  '/manage.py',
  '/config/settings.py',
  '/package-lock.json',
  '/app.sqlite3.sql',
];
const DOTFILES = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/.htaccess',
  '/assets/.hidden',
  '/static/.env',
  '/a/.b/c',
  '/.well-known-sample',
  '/identity/.well-known-sample',
];

row('private-files', () => {
  for (const path of [...FOLDERS, ...INTERNAL, ...CONFIGURATION, ...DOTFILES]) {
    test(`${path} is 404: no listing, no internals, no configuration`, async ({ ask }) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/Index of/);
      expect(answer.text).not.toContain(app.marker);
    });
  }

  for (const path of TREES) {
    test(`the tree behind ${path} is not an address`, async ({ ask }) => {
      expect((await ask(path, { headers: { 'Accept-Encoding': 'br' } })).status).toBe(404);
    });
  }

  test('source maps and ready-compressed files are 404 by name', async ({ ask }) => {
    const paths = [app.page, ...Object.values(assetsOf(await ask('/')))];
    for (const path of paths.flatMap((file) => [`${file}.map`, `${file}.gz`, `${file}.br`])) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  test('a file names no source map', async ({ ask }) => {
    for (const path of Object.values(assetsOf(await ask('/')))) {
      const answer = await ask(path);
      expect(answer.text, path).not.toContain('sourceMappingURL');
      expect(answer.all('SourceMap'), path).toEqual([]);
    }
  });
});
