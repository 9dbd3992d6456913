import type { Route } from '@playwright/test';
import { assetsOf } from '../support/app-shell.ts';
import { SAMPLE_FOLDER, SAMPLE_TYPES } from '../support/sample-files.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { app, files } = deployment;

/** Folders, and files that an image may contain next to the public ones. */
const PRIVATE = [
  ...files.folders,
  '/static/admin/',
  ...['/problem.json', '/page.html'],
  ...['/nginx.conf', '/compose.yaml', '/staticfiles.json', '/static/staticfiles.json'],
  ...['/.env', '/.git/config', '/assets/.hidden', '/static/.env', '/.well-known-sample', '/.sample'],
];

row('private-files', () => {
  for (const path of PRIVATE) {
    test(`${path} returns 404`, async ({ send }) => {
      const response = await send(path);
      expect(response.status).toBe(404);
      expect(response.text).not.toMatch(/Index of/);
      expect(response.text).not.toContain(app.marker);
    });
  }

  test('source maps and precompressed files return 404', async ({ send }) => {
    const paths = [app.page, ...Object.values(assetsOf(await send('/')))];
    for (const path of paths.flatMap((file) => [`${file}.map`, `${file}.gz`, `${file}.br`])) {
      expect((await send(path)).status, path).toBe(404);
    }
  });
});

row('file-types', { needs: ['engine'] }, () => {
  const extensions = Object.entries(SAMPLE_TYPES).flatMap(([type, all]) =>
    all.map((extension) => ({ extension, type })),
  );
  for (const { extension, type } of extensions) {
    test(`the type of *.${extension} is ${type}`, async ({ send }) => {
      const response = await send(`${SAMPLE_FOLDER}/sample.${extension}`);
      expect(response.status).toBe(200);
      expect(response.header('Content-Type')).toBe(type);
      expect(response.text).toBe(`sample.${extension}\n`);
    });
  }
});

row('file-types', () => {
  test('the page, its script and its style sheet have types that pass `nosniff`', async ({ send }) => {
    const { script, style } = assetsOf(await send('/'));
    for (const [path, type] of [
      ['/', /^text\/html; ?charset=utf-8$/i],
      [script, /^(text|application)\/javascript(; ?charset=utf-8)?$/i],
      [style, /^text\/css(; ?charset=utf-8)?$/i],
    ] as const) {
      expect((await send(path)).header('Content-Type'), path).toMatch(type);
    }
  });
});

row('well-known-files', () => {
  // Browsers request this path for pages without an icon link, such as the admin.
  test('/favicon.ico is an image', async ({ send }) => {
    const response = await send('/favicon.ico');
    expect(response.status).toBe(200);
    expect(response.header('Content-Type')).toMatch(/^image\//);
    expect(response.body.length).toBeGreaterThan(0);
  });

  test('/robots.txt is a text file (RFC 9309, 2.3)', async ({ send }) => {
    const response = await send('/robots.txt');
    expect(response.status).toBe(200);
    expect(response.header('Content-Type')).toMatch(/^text\/plain/);
    expect(response.text).toMatch(/^User-agent:/im);
  });

  test('the page links to a manifest with the right type and no-cache', async ({ send }) => {
    const [, path = ''] = /<link rel="manifest" href="([^"]+)"/.exec((await send(app.page)).text) ?? [];
    const response = await send(path);
    expect(response.status).toBe(200);
    expect(response.header('Content-Type')).toMatch(/^application\/manifest\+json/);
    expect(response.header('Cache-Control')).toBe('no-cache');
    expect(response.json<{ name?: string }>().name).toBeTruthy();
  });

  test('a missing file under /.well-known/ returns 404 instead of the app', async ({ send }) => {
    for (const name of ['change-password', 'security.txt', 'openid-configuration']) {
      const response = await send(`/.well-known/${name}`);
      expect(response.status, name).toBe(404);
      expect(response.text, name).not.toContain(app.marker);
    }
  });

  // A service worker from an earlier version of the app would keep serving its files.
  test('there is no service worker', async ({ send }) => {
    for (const path of ['/sw.js', '/service-worker.js']) expect((await send(path)).status, path).toBe(404);
  });
});

row('old-release-tabs', { needs: ['accounts'] }, () => {
  test('the app reloads itself when a script of its release is gone', { tag: '@browser' }, async ({ page }) => {
    // The first request fails as after a deployment; the reloaded page gets the script.
    const fail = (route: Route) => route.fulfill({ status: 404, body: '404' });
    await page.route(/\/assets\/sign-in-page-.*\.js$/, fail, { times: 1 });
    await page.goto('/');
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    // Once, unless another stack starts meanwhile and Chromium drops the connection of a script (playwright.config.ts).
    expect(loads).not.toEqual([]);
  });
});
