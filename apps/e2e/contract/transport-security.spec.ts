import { constants } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';
import { openWithCurl, type HttpVersion } from '../support/curl.ts';
import { freePort } from '../support/free-port.ts';
import type { RequestOptions } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import type { Stack } from '../support/stack.ts';
import { deployment, expect, row, test as contractTest } from './contract-test.ts';

const TOKEN = '.well-known/acme-challenge/token';

/** Nginx with its own certificate, in front of the stack's application. */
async function startNginx(stack: Stack) {
  const folder = await mkdtemp(join(tmpdir(), 'app-e2e-challenge-'));
  await writeFile(join(folder, 'token'), 'challenge', { mode: 0o644 });
  const port = await freePort();
  const web = await OneOffContainer.start(stack, 'web', {
    environment: { APP_TLS: 'self-signed', APP_PUBLIC_URL: `https://localhost:${port}` },
    volumes: [`${folder}/token:/challenges/${TOKEN}:ro`],
    port,
    containerPort: 8443,
  });
  /** Status and headers, by lower-case name. */
  const get = async (version: HttpVersion, url: string, path: string, options: RequestOptions = {}) => {
    const { status, headers, stream } = await openWithCurl({ container: web.id, version }, url, path, options);
    stream.destroy();
    return { status, ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])) };
  };
  return {
    port,
    secure: (version: HttpVersion, path: string, options?: RequestOptions) =>
      get(version, 'https://localhost:8443', path, options),
    plain: (path: string, options?: RequestOptions) => get('1.1', 'http://localhost:8080', path, options),
    connect: (options: ConnectionOptions = {}) =>
      new Promise<TLSSocket>((resolve, reject) => {
        const to = { host: '127.0.0.1', port, servername: 'localhost', rejectUnauthorized: false };
        const socket = tls.connect({ ...to, ...options });
        socket.once('secureConnect', () => resolve(socket)).once('error', reject);
      }),
    stop: async () => {
      await web.remove();
      await rm(folder, { recursive: true });
    },
  };
}

type Nginx = Awaited<ReturnType<typeof startNginx>>;

const test = contractTest.extend<{ nginx: Nginx }>({
  nginx: async ({ stack }, use) => {
    const nginx = await startNginx(stack);
    try {
      await expect.poll(() => nginx.plain('/healthz').then(({ status }) => status, String)).toBe(200);
      await use(nginx);
    } finally {
      await nginx.stop();
    }
  },
});

row('transport-security', { needs: ['engine'] }, () => {
  test('all versions of HTTP have the app, the API and errors, with HSTS and Alt-Svc', async ({ nginx }) => {
    for (const version of ['1.1', '2', '3'] as const) {
      for (const [path, status] of [
        ['/', 200],
        [deployment.api.open, 200],
        ['/missing.js', 404],
      ] as const) {
        expect(await nginx.secure(version, path), `HTTP/${version} ${path}`).toMatchObject({
          status,
          'strict-transport-security': 'max-age=31536000',
          'alt-svc': `h3=":${nginx.port}"; ma=86400`,
        });
      }
    }
  });

  test('a body that is too large gets the error document of its 413 over HTTP/2 and HTTP/3', async ({ nginx }) => {
    const headers = { 'Content-Length': String(deployment.limits.bodyBytes + 1) };
    for (const version of ['2', '3'] as const) {
      for (const [path, type] of [
        [deployment.api.open, 'application/problem+json'],
        ['/', 'text/html; charset=utf-8'],
      ] as const) {
        const response = await nginx.secure(version, path, { method: 'POST', headers, body: [''] });
        expect(response).toMatchObject({ status: 413, 'content-type': type });
      }
    }
  });

  test('plain HTTP redirects to APP_PUBLIC_URL for every Host, and keeps the method', async ({ nginx }) => {
    const options = { method: 'POST', headers: { Host: 'evil.example' } };
    for (const path of ['/', '/people/1?x=%2F', '/api/livez', '/.well-known/acme-challenges', '/.env']) {
      for (const response of [await nginx.plain(path), await nginx.plain(path, options)]) {
        expect(response).toMatchObject({ status: 308, location: `https://localhost:${nginx.port}${path}` });
        expect(response).not.toHaveProperty('alt-svc');
        expect(response).not.toHaveProperty('strict-transport-security');
      }
    }
  });

  test('plain HTTP has the health check, ACME challenges and error documents', async ({ nginx }) => {
    expect(await nginx.plain('/healthz')).toMatchObject({ status: 200 });
    expect(await nginx.plain(`/${TOKEN}`)).toMatchObject({ status: 200, 'content-length': '9' });
    expect(await nginx.plain('/.well-known/acme-challenge/missing')).toMatchObject({ status: 404 });
    expect(await nginx.plain('/%00')).toMatchObject({ status: 400, 'content-type': 'text/html; charset=utf-8' });
  });

  test('only TLS 1.2 and 1.3 with forward secrecy and authenticated encryption are accepted', async ({ nginx }) => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const socket = await nginx.connect({ minVersion: version, maxVersion: version });
      expect(socket.getProtocol()).toBe(version);
      socket.destroy();
    }
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await expect(nginx.connect(old)).rejects.toThrow('alert protocol version');
    for (const ciphers of ['ECDHE-ECDSA-AES128-SHA256', 'ECDHE-ECDSA-AES256-SHA']) {
      await expect(nginx.connect({ maxVersion: 'TLSv1.2', ciphers }), ciphers).rejects.toThrow(
        'alert handshake failure',
      );
    }
  });

  test('a session of TLS 1.2 is resumed, by any worker', async ({ nginx }) => {
    // Without tickets, which need no cache.
    const options = { maxVersion: 'TLSv1.2', secureOptions: constants.SSL_OP_NO_TICKET } as const;
    const first = await nginx.connect(options);
    // Nginx stores the session after its side of the handshake: wait for a response.
    first.write('GET /healthz HTTP/1.0\r\n\r\n');
    await once(first, 'data');
    const session = first.getSession();
    first.destroy();
    for (let times = 0; times < 4; times += 1) {
      const next = await nginx.connect({ ...options, ...(session ? { session } : {}) });
      expect(next.isSessionReused()).toBe(true);
      next.destroy();
    }
  });
});

row('transport-security', { needs: ['tls'] }, () => {
  test('the app, a missing file and the API send Strict-Transport-Security of at least one year', async ({ send }) => {
    for (const path of ['/', '/missing.js', deployment.api.open]) {
      const [, seconds] = /^max-age=(\d+)/.exec((await send(path)).header('Strict-Transport-Security') ?? '') ?? [];
      expect(Number(seconds), path).toBeGreaterThanOrEqual(31_536_000);
    }
  });
});
