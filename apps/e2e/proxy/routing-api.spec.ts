import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expect, test } from '../support/test.ts';

// What belongs to the application reaches it, and its answers are its own.
const { admin, api, app } = deployment;

const UNKNOWN = ['missing', 'none/such', 'v9/missing.js', 'missing.json', 'assets/missing', '.env', ''];

row('unknown-api-path', () => {
  for (const path of UNKNOWN.map((rest) => `${api.prefix}${rest}`)) {
    test(`${path} is unknown, and answers 404 problem+json, never the app's page`, async ({ ask }) => {
      expect(await ask(path)).toBeProblem(404);
    });
  }

  test('the prefix without its slash is not an address of the app', async ({ ask }) => {
    const answer = await ask(api.prefix.replace(/\/$/, ''));
    expect(answer.text).not.toContain(app.marker);
    expect([301, 302, 308, 404]).toContain(answer.status);
  });
});

row('admin', { needs: ['admin'] }, () => {
  const path = admin?.path ?? '';
  const bare = path.replace(/\/$/, '');

  test('without its slash it redirects on the scheme, host and port of the client', async ({ ask, origin }) => {
    // `absolute_redirect` would send people to http://…:8080, the port inside the container.
    const answer = await ask(bare);
    expect([301, 302, 308]).toContain(answer.status);
    expect(new URL(answer.header('Location') ?? '', origin).href).toBe(`${origin}${path}`);
  });

  test('it and its CSS and JavaScript load', { tag: '@browser' }, async ({ page, origin }) => {
    const failures: string[] = [];
    const types = new Set<string>();
    page.on('response', (response) => {
      types.add(response.request().resourceType());
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') failures.push(message.text());
    });
    await page.goto(path);
    await expect(page).toHaveURL(`${origin}${admin?.page}?next=${path}`);
    await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
    expect([...types]).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script']));
    expect(failures).toEqual([]);
  });
});

row('api-docs', { needs: ['documentation'] }, () => {
  test('it works with scripts from this origin alone', { tag: '@browser' }, async ({ page, origin }) => {
    const foreign: string[] = [];
    const failures: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') failures.push(message.text());
    });
    await page.goto(api.documentation ?? '');
    await expect(page.getByText(api.open).first()).toBeVisible();
    expect(foreign).toEqual([]);
    expect(failures).toEqual([]);
  });
});
