import { imageName } from '../support/identity.ts';
import { buildRelease } from './release-image.ts';
import { expect, row, test } from './fault-stack.ts';

// Nginx derives ETags from time and size, and reproducible builds give every file the same time. A new index.html of the
// same size would return 304, so browsers would keep the old app.
row('new-release', { needs: ['engine'] }, () => {
  test('a release whose index.html has the same size reaches browsers', async ({ page, send, stack }) => {
    test.setTimeout(120_000); // builds an image
    const release = await buildRelease(stack, (index) => index.replace('<html lang="en"', '<html lang="fr"'));
    try {
      const old = await send('/');
      const etag = { 'If-None-Match': old.header('ETag') ?? '' };
      expect((await send('/', { headers: etag })).status).toBe(304);
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');

      await stack.recreate('web', { APP_E2E_WEB_IMAGE: release.image });
      const fresh = await send('/', { headers: etag });
      expect(fresh.status).toBe(200);
      expect(fresh.body).toHaveLength(old.body.length);
      expect(fresh.header('ETag')).not.toBe(old.header('ETag'));

      // The browser sends the ETag of its cached page.
      const response = await page.goto('/');
      expect(await response?.request().headerValue('If-None-Match')).not.toBeNull();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    } finally {
      await stack.recreate('web', { APP_E2E_WEB_IMAGE: imageName('web') });
      await release.remove();
    }
  });
});
