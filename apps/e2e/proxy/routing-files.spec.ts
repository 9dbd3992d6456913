import { expect, test } from '../support/test';

// Nginx serves the built app. A person may type, share or reload any address of it.

const APP_PATHS = [
  '/',
  '/notes',
  '/notes/3f0c/edit/very/deep/down',
  '/user/john.doe', // a dot is no file extension
  '/v1.2/notes',
  '/n%C3%B8tter',
  '/notes?search=a.js',
];

for (const path of APP_PATHS) {
  test(`${path} answers the app's index.html`, async ({ ask }) => {
    const index = await ask('/index.html');
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.header('Content-Type')).toMatch(/^text\/html/);
    expect(answer.text).toBe(index.text);
    expect(answer.text).toContain('<div id="root">');
  });
}

// A page that names no icon, such as the admin's, makes browsers ask for it by this name.
test('/favicon.ico answers the icon', async ({ ask }) => {
  const answer = await ask('/favicon.ico');
  expect(answer.status).toBe(200);
  expect(answer.header('Content-Type')).toMatch(/^image\/svg\+xml/);
  expect(answer.text).toBe((await ask('/favicon.svg')).text);
});

const MISSING_FILES = [
  '/assets/missing',
  '/assets/missing-3fA9.js',
  '/static/missing',
  '/static/admin/css/missing.css',
  '/.well-known/missing',
  '/.well-known/security.txt',
  // One list of extensions, anywhere in the address.
  ...['js', 'css', 'map', 'png', 'json', 'txt', 'svg', 'ico', 'webp', 'woff2', 'xml', 'webmanifest'].map(
    (extension) => `/deep/er/missing.${extension}`,
  ),
];

for (const path of MISSING_FILES) {
  // A script that is answered with HTML fails with a riddle ("Unexpected token <") instead of a 404.
  test(`${path} is missing, and answers 404 and never index.html`, async ({ ask }) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('<div id="root">');
    expect(answer.text).toContain('404');
  });
}

test('a dotfile that is not under /.well-known/ is 404, whatever it would have been', async ({ ask }) => {
  for (const path of ['/.env', '/.git/config', '/.git/HEAD', '/.htaccess', '/assets/.hidden', '/static/.env']) {
    expect((await ask(path)).status, path).toBe(404);
  }
});
