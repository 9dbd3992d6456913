import { ADMIN_PROBE } from '../support/error-documents.ts';
import type { HttpResponse } from '../support/http.ts';
import { connected, requestText } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { admin, api, app, files, probe: PROBE } = deployment;

row('app-fallback', () => {
  for (const path of [...app.addresses, '/n%C3%B8tter', '/system?search=a.js']) {
    test(`${path} returns the app's page`, async ({ send }) => {
      const page = await send(app.page);
      const response = await send(path);
      expect(response.status).toBe(200);
      expect(response.header('Content-Type')).toMatch(/^text\/html/);
      expect(response.text).toBe(page.text);
      expect(response.text).toContain(app.marker);
    });
  }

  /** Paths that resemble a folder of files, the API, a file, or an internal location of Nginx. */
  const LOOKALIKES = [
    ...['/assets', '/static', '/apis/system', '/apiary', '/administrator', '/x/assets/y', '/x/api/system'],
    ...['/x/static/y', '/x/.well-known/y', '/xwell-known/y', '/identity/version.json', '/br/version.json'],
    ...['/systemjs', '/v1.2', '/js.', '/file.js/edit', '/file.js/', '/report.2026-11', '/error-page.css-of-mine'],
    ...['problem', 'page', 'range', 'timeout', 'refused', 'failed'].map((name) => `/__e/${name}s`),
    ...['/healthz/more', '/healthzz'],
    // Below the first level, only the folder decides.
    ...['/activate/key/maria@example.com.br', '/u/jane.md', '/posts/node.js', '/POSTS/NODE.JS', '/sites/example.com'],
    ...[
      '/compare/v1...v2',
      '/u/.jane',
      '/u/..jane',
      '/a/b/c/index.html',
      '/config/settings.py',
      '/x/.env',
      '/x/%2Eenv',
    ],
  ];
  for (const path of LOOKALIKES) {
    test(`${path} returns the app's page too`, async ({ send }) => {
      const response = await send(path);
      expect(response.status).toBe(200);
      expect(response.text).toContain(app.marker);
    });
  }
});

row('missing-files', () => {
  const inFolders = files.folders.flatMap((folder) => [`${folder}missing`, `${folder}missing-3fA9.js`, `${folder}a/b`]);
  const byExtension = ['js', 'JS', 'min.css', 'js.map', 'webmanifest', 'mp3', 'woff2', 'php', 'unknown', 'a1'];
  const inRoot = byExtension.map((extension) => `/missing.${extension}`);

  for (const path of [...inFolders, ...inRoot, '/favicon.icons', '/%6Dissing%2Ejs', '//missing.js']) {
    test(`${path} returns 404 and not the app's page`, async ({ send }) => {
      const response = await send(path);
      expect(response.status).toBe(404);
      expect(response.text).not.toContain(app.marker);
    });
  }
});

row('unknown-api-path', () => {
  for (const rest of ['missing', 'none/such', 'v9/missing.js', 'missing.json', 'assets/missing', '.env', '']) {
    test(`${api.prefix}${rest} returns 404 problem+json and not the app's page`, async ({ send }) => {
      expect(await send(`${api.prefix}${rest}`)).toBeProblem(404);
    });
  }

  // Nginx normalizes a path to select the location, and forwards it as it was sent.
  for (const way of ['/', '//', '/.', '/x/..', '/x/..%2f']) {
    test(`${way}${api.open} returns 404 problem+json, like an unknown path`, async ({ send }) => {
      expect(await send(`${way}${api.open}`)).toBeProblem(404);
    });
  }
});

row('admin', { needs: ['admin'] }, () => {
  const path = admin?.path ?? '';

  test('without its slash it redirects to the scheme, host and port of the client', async ({ origin, send }) => {
    // `absolute_redirect` would redirect to http://…:8080, the port inside the container.
    const response = await send(path.slice(0, -1));
    expect([301, 302, 308]).toContain(response.status);
    expect(new URL(response.header('Location') ?? '', origin).href).toBe(`${origin}${path}`);
  });

  test('the sign-in page loads with its CSS and JavaScript', { tag: '@browser' }, async ({ origin, page }) => {
    const errors: string[] = [];
    const types = new Set<string>();
    page.on('response', (response) => {
      types.add(response.request().resourceType());
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(path);
    await expect(page).toHaveURL(`${origin}${admin?.page}?next=${path}`);
    await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
    expect([...types]).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script']));
    expect(errors).toEqual([]);
  });
});

row('api-docs', { needs: ['documentation'] }, () => {
  test('the documentation loads without scripts from other origins', { tag: '@browser' }, async ({ origin, page }) => {
    const foreign: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(api.documentation ?? '');
    await expect(page.getByText(api.open).first()).toBeVisible();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });
});

// Under the API and the admin, a path that ends like a file is not a file.
const FILE_NAMES = ['/report.json', '/style.css', '/.hidden/a..b'];

row('target-as-sent', { needs: ['probe'] }, () => {
  for (const rest of [
    '/a%2Fb', // an encoded slash is not a slash: RFC 3986, 2.2
    '/a%20b',
    '/a%2Bb+c',
    '/a%2fb%3F',
    '/~tilde/%7Etilde',
    '/a//b///c',
    '/semi;colon=1,2',
    '?search=a%20b+c%2Bd',
    '?empty=&flag&=x',
    '?next=/a//b?c=d',
    '?',
    ...FILE_NAMES,
  ]) {
    test(`${rest} reaches the application unchanged`, async ({ probe }) => {
      const echo = await probe.echo(rest);
      expect(echo.raw_uri).toBe(`${PROBE}/echo${rest}`);
      expect(echo.raw_query).toBe(rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : '');
    });
  }

  test('repeated parameters keep their order', async ({ probe }) => {
    expect((await probe.echo('?tag=b&tag=a&tag=b')).query).toEqual({ tag: ['b', 'a', 'b'] });
  });
});

row('admin', { needs: ['engine', 'probe'] }, () => {
  for (const rest of FILE_NAMES) {
    test(`${rest} under the admin reaches the application`, async ({ send }) => {
      const response = await send(`${ADMIN_PROBE}/echo${rest}`);
      expect(response.status).toBe(200);
      expect(response.json().raw_uri).toBe(`${ADMIN_PROBE}/echo${rest}`);
    });
  }
});

row('methods', { needs: ['probe'] }, () => {
  test('every method reaches the application', async ({ probe }) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect((await probe.echo('', { method })).method).toBe(method);
    }
  });
});

row('methods', () => {
  for (const path of ['/', api.open, `${api.prefix}missing`, '/assets/missing.js']) {
    test(`HEAD ${path} returns the headers of GET and no body`, async ({ origin, send }) => {
      // Transfer-Encoding may be omitted for HEAD (RFC 9110, 9.3.2).
      const changing = /^(date|x-request-id|connection|keep-alive|transfer-encoding): /;
      const fixedHeaders = ({ headers }: HttpResponse) =>
        headers
          .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
          .filter((line) => !changing.test(line))
          .sort();
      const get = await send(path);
      await connected(origin, async (connection) => {
        connection.send(requestText(origin, { method: 'HEAD', target: path, headers: ['Connection: close'] }));
        const head = await connection.read('HEAD');
        expect(head.status).toBe(get.status);
        expect(fixedHeaders(head)).toEqual(fixedHeaders(get));
        expect(await connection.closed()).toHaveLength(0);
      });
    });
  }
});
