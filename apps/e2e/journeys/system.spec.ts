import { expect, test, title } from './journey.ts';

const HOPS = ['Browser', 'Nginx', 'Gunicorn', 'Django', 'Database'];
const CONSISTENCY_CHECKS = ['Request id', 'Session', 'Address', 'Release'];

test('the system page shows every part of the installation as working', async ({ origin, page }) => {
  await page.goto('/system');
  await expect(title(page, 'System status')).toBeVisible();
  for (const name of [...HOPS, ...CONSISTENCY_CHECKS]) {
    const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await expect(item, name).toContainText('OK');
    await expect(item, name).not.toContainText('Failed');
  }
  await expect(page.getByRole('list', { name: 'Request path' }).getByRole('heading')).toHaveText(HOPS);
  await expect(page.getByRole('main')).toContainText(origin);
  await expect(page.getByText('All systems working')).toBeVisible();
});

test('software versions are shown to signed-in users only', async ({ page, signedIn }) => {
  await page.goto('/system');
  const gunicorn = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Gunicorn' }) });
  await expect(gunicorn).toContainText(/\d+\.\d+/);
  await signedIn.session.send('/api/auth/browser/v1/auth/session', { method: 'DELETE' });
  await page.reload();
  await expect(page.getByText('All systems working')).toBeVisible();
  await expect(gunicorn).not.toContainText(/\d+\.\d+\.\d+/);
});
