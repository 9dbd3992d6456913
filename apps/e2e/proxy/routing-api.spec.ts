import { expect, test } from '../support/test';

// What belongs to Django reaches Django, and its answers are its own.

for (const path of ['/api/missing', '/api/notes/none/such', '/api/v9/missing.js', '/api/', '/api/missing/']) {
  // The commonest fault of a single-page fallback: the client gets HTML with 200 and fails at parsing it.
  test(`${path} is unknown, and answers 404 problem+json from Django, never index.html`, async ({ ask }) => {
    expect(await ask(path)).toBeProblem(404);
  });
}

test('/api itself is not an address of the app', async ({ ask }) => {
  const answer = await ask('/api');
  expect(answer.text).not.toContain('<div id="root">');
  expect([301, 302, 308, 404]).toContain(answer.status);
});

for (const host of ['localhost', 'localhost:4321']) {
  // `absolute_redirect` would send people to http://…:8080, the port inside the container.
  test(`/admin redirects to /admin/ on the scheme, host and port of the client (${host})`, async ({ ask }) => {
    const answer = await ask('/admin', { headers: { Host: host } });
    expect([301, 302, 308]).toContain(answer.status);
    expect(new URL(answer.header('Location') ?? '', `http://${host}/admin`).href).toBe(`http://${host}/admin/`);
  });
}

test('/admin/ and its CSS and JavaScript load', async ({ page, origin }) => {
  const failures: string[] = [];
  const types = new Set<string>();
  page.on('response', (response) => {
    types.add(response.request().resourceType());
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  await page.goto('/admin/');
  await expect(page).toHaveURL(`${origin}/admin/login/?next=/admin/`);
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  expect([...types]).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script']));
  expect(failures).toEqual([]);
});

test('/api/docs works with scripts from this origin alone', async ({ page, origin }) => {
  const foreign: string[] = [];
  const failures: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  await page.goto('/api/docs');
  await expect(page.getByText('/api/notes/{note_id}').first()).toBeVisible();
  await expect(page.getByText('/api/livez').first()).toBeVisible();
  expect(foreign).toEqual([]);
  expect(failures).toEqual([]);
});
