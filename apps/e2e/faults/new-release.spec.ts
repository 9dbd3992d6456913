import { row } from '../contract/row.ts';
import { expect, test } from './fault-stack.ts';
import { buildRelease } from './release-image.ts';

// Nginx makes its ETag of a file's time and size. Reproducible builds give every file the same time, so that a
// new index.html of the same size would be a 304: the old app, for ever.
row('new-release', { needs: ['engine'] }, () => {
  test('a new release whose index.html has the same size reaches a browser that holds the old one', async ({
    ask,
    page,
    stack,
  }) => {
    test.setTimeout(120_000); // an image is built
    const release = await buildRelease(stack, (index) => index.replace('<html lang="en"', '<html lang="fr"'));
    try {
      const old = await ask('/');
      const etag = { 'If-None-Match': old.header('ETag') ?? '' };
      expect((await ask('/', { headers: etag })).status).toBe(304);
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');

      await stack.recreate('web', { APP_E2E_WEB_IMAGE: release.image });
      const fresh = await ask('/', { headers: etag });
      expect(fresh.status).toBe(200);
      expect(fresh.body).toHaveLength(old.body.length);
      expect(fresh.header('ETag')).not.toBe(old.header('ETag'));

      // The same browser, with what it holds in its cache.
      const response = await page.goto('/');
      expect(await response?.request().headerValue('If-None-Match')).not.toBeNull();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    } finally {
      await stack.recreate('web', { APP_E2E_WEB_IMAGE: '' });
      await release.remove();
    }
  });
});
