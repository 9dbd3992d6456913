import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expect, test } from '../support/test.ts';

const { app } = deployment;

row('well-known-files', () => {
  // A page that names no icon, such as the admin's, makes browsers ask for it by this name.
  test('/favicon.ico answers an image', async ({ ask }) => {
    const answer = await ask('/favicon.ico');
    expect(answer.status).toBe(200);
    expect(answer.header('Content-Type')).toMatch(/^image\//);
    expect(answer.body.length).toBeGreaterThan(0);
  });

  test('/robots.txt is text, and not the app (RFC 9309, 2.3)', async ({ ask }) => {
    const answer = await ask('/robots.txt');
    expect(answer.status).toBe(200);
    expect(answer.header('Content-Type')).toMatch(/^text\/plain/);
    expect(answer.text).toMatch(/^User-agent:/im);
  });

  test('the manifest that the page names is one, asked about each time', async ({ ask }) => {
    const [, path = ''] = /<link rel="manifest" href="([^"]+)"/.exec((await ask(app.page)).text) ?? [];
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.header('Content-Type')).toMatch(/^application\/manifest\+json/);
    expect(answer.header('Cache-Control')).toBe('no-cache');
    expect(answer.json<{ name?: string }>().name).toBeTruthy();
  });

  test('what is missing under /.well-known/ is 404, so that nobody takes the app for a statement', async ({ ask }) => {
    for (const name of ['change-password', 'security.txt', 'assetlinks.json', 'openid-configuration']) {
      const answer = await ask(`/.well-known/${name}`);
      expect(answer.status, name).toBe(404);
      expect(answer.text, name).not.toContain(app.marker);
    }
  });

  // One that was once there would go on serving its release until somebody visits twice.
  test('there is no service worker', async ({ ask }) => {
    for (const path of ['/sw.js', '/service-worker.js']) expect((await ask(path)).status, path).toBe(404);
  });
});

row('old-release-tabs', { needs: ['accounts'] }, () => {
  test('a page whose script is gone loads the new release by itself', { tag: '@browser' }, async ({ page }) => {
    let asked = 0;
    // As the server answers once the release has changed, until the tab has the new page.
    await page.route(/\/assets\/sign-in-page-.*\.js$/, (route) => {
      asked += 1;
      return asked === 1 ? route.fulfill({ status: 404, body: '404' }) : route.continue();
    });
    await page.goto('/');
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(asked).toBe(2);
    expect(loads).toHaveLength(1);
  });
});
