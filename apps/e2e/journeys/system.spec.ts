import { expect, test, title } from './journey.ts';

const HOPS = ['Browser', 'Nginx', 'Gunicorn', 'Django', 'Database'];
const TRAVELS = ['Request id', 'Session', 'Address', 'Release'];

test('the system page finds every hop of its own installation in order', async ({ page, origin }) => {
  await page.goto('/system');
  await expect(title(page, 'System')).toBeVisible();
  for (const name of [...HOPS, ...TRAVELS]) {
    const hop = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await expect(hop, name).toContainText('OK');
    await expect(hop, name).not.toContainText('Failed');
  }
  await expect(page.getByRole('list', { name: 'The way of a request' }).getByRole('heading')).toHaveText(HOPS);
  await expect(page.getByRole('main')).toContainText(origin);
  await expect(page.getByText('Every hop answers')).toBeVisible();
});

test('versions of the machinery are for people who are signed in', async ({ page, signedIn }) => {
  await page.goto('/system');
  const gunicorn = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Gunicorn' }) });
  await expect(gunicorn).toContainText(/\d+\.\d+/);
  await signedIn.session.ask('/api/auth/browser/v1/auth/session', { method: 'DELETE' });
  await page.reload();
  await expect(page.getByText('Every hop answers')).toBeVisible();
  await expect(gunicorn).not.toContainText(/\d+\.\d+\.\d+/);
});

test('checking again asks again', async ({ page }) => {
  await page.goto('/system');
  await expect(page.getByText('Every hop answers')).toBeVisible();
  const asked = page.waitForResponse('**/api/readyz');
  await page.getByRole('button', { name: 'Check now' }).click();
  expect((await asked).status()).toBe(200);
});
