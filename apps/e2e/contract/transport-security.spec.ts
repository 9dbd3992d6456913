import { constants } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';
import { openWithCurl, type HttpVersion } from '../support/curl.ts';
import { freePort } from '../support/free-port.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { deployment, expect, row, test } from './contract-test.ts';

row('transport-security', { needs: ['tls'] }, () => {
  test('the app, a missing file and the API send Strict-Transport-Security of at least one year', async ({ send }) => {
    for (const path of ['/', '/missing.js', deployment.api.open]) {
      const [, seconds] = /^max-age=(\d+)/.exec((await send(path)).header('Strict-Transport-Security') ?? '') ?? [];
      expect(Number(seconds), path).toBeGreaterThanOrEqual(31_536_000);
    }
  });
});

const TOKEN = '.well-known/acme-challenge/token';

// Nginx with its own certificate, in front of the stack's application.
row('transport-security', { needs: ['engine'] }, () => {
  let web: OneOffContainer;
  let folder: string;
  let port: number;

  /** The status and the headers of a response to curl in Nginx's container. */
  const get = async (version: HttpVersion, url: string, path: string) => {
    const { status, headers, stream } = await openWithCurl({ container: web.id, version }, url, path, {});
    stream.destroy();
    return { status, ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])) };
  };
  const overTls = (version: HttpVersion, path: string) => get(version, 'https://localhost:8443', path);
  const plain = (path: string) => get('1.1', 'http://localhost:8080', path);

  const connect = (options: ConnectionOptions = {}) =>
    new Promise<TLSSocket>((resolve, reject) => {
      const socket = tls.connect({
        host: '127.0.0.1',
        port,
        servername: 'localhost',
        rejectUnauthorized: false,
        ...options,
      });
      socket.once('secureConnect', () => resolve(socket)).once('error', reject);
    });

  test.beforeAll(async ({ stack }) => {
    folder = await mkdtemp(join(tmpdir(), 'app-e2e-challenge-'));
    await writeFile(join(folder, 'token'), 'challenge', { mode: 0o644 });
    port = await freePort();
    const environment = { APP_TLS: 'self-signed', APP_PUBLIC_URL: `https://localhost:${port}` };
    const volumes = [`${folder}/token:/challenges/${TOKEN}:ro`];
    web = await OneOffContainer.start(stack, 'web', { environment, volumes, port, containerPort: 8443 });
    await expect.poll(() => plain('/healthz').then(({ status }) => status, String)).toBe(200);
  });

  test.afterAll(async () => {
    await web.remove();
    await rm(folder, { recursive: true });
  });

  for (const version of ['1.1', '2', '3'] as const) {
    test(`HTTP/${version} over TLS has the app, the API and errors, with HSTS and Alt-Svc`, async () => {
      for (const [path, status] of [
        ['/', 200],
        [deployment.api.open, 200],
        ['/missing.js', 404],
      ] as const) {
        expect(await overTls(version, path), path).toMatchObject({
          status,
          'strict-transport-security': 'max-age=31536000',
          'alt-svc': `h3=":${port}"; ma=86400`,
        });
      }
    });
  }

  // A document of Nginx, to which HTTP/2 and HTTP/3 apply the limit again.
  for (const version of ['2', '3'] as const) {
    test(`HTTP/${version} over TLS answers a body that is too large with 413 and an error document`, async () => {
      const headers = { 'Content-Length': String(deployment.limits.bodyBytes + 1) };
      for (const [path, type] of [
        [deployment.api.open, 'application/problem+json'],
        ['/', 'text/html; charset=utf-8'],
      ] as const) {
        const options = { method: 'POST', headers, body: [''] };
        const response = await openWithCurl({ container: web.id, version }, 'https://localhost:8443', path, options);
        expect(response.status).toBe(413);
        const found = response.headers.find(([name]) => name.toLowerCase() === 'content-type');
        expect(found?.[1]).toBe(type);
      }
    });
  }

  test('plain HTTP redirects to the public address, whatever the Host, and keeps the method', async () => {
    for (const path of ['/', '/notes/1?x=%2F', '/api/livez', '/.well-known/acme-challenges', '/.env']) {
      const response = await plain(path);
      expect(response).toMatchObject({ status: 308, location: `https://localhost:${port}${path}` });
      expect(response).not.toHaveProperty('alt-svc');
      expect(response).not.toHaveProperty('strict-transport-security');
    }
    const evil = await openWithCurl({ container: web.id, version: '1.1' }, 'http://localhost:8080', '/', {
      method: 'POST',
      headers: { Host: 'evil.example' },
    });
    expect(evil.status).toBe(308);
    expect(evil.headers).toContainEqual(['Location', `https://localhost:${port}/`]);
  });

  test('plain HTTP has the health check, ACME challenges and error documents', async () => {
    expect(await plain('/healthz')).toMatchObject({ status: 200 });
    expect(await plain(`/${TOKEN}`)).toMatchObject({ status: 200, 'content-length': '9' });
    expect(await plain('/.well-known/acme-challenge/missing')).toMatchObject({ status: 404 });
    expect(await plain('/%00')).toMatchObject({ status: 400, 'content-type': 'text/html; charset=utf-8' });
  });

  test('only TLS 1.2 and 1.3 with forward secrecy and authenticated encryption are accepted', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const socket = await connect({ minVersion: version, maxVersion: version });
      expect(socket.getProtocol()).toBe(version);
      socket.destroy();
    }
    const old = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await expect(connect({ ...old, maxVersion: 'TLSv1.1' })).rejects.toThrow();
    for (const ciphers of ['ECDHE-ECDSA-AES128-SHA256', 'ECDHE-ECDSA-AES256-SHA', 'AES128-GCM-SHA256']) {
      await expect(connect({ maxVersion: 'TLSv1.2', ciphers }), ciphers).rejects.toThrow();
    }
  });

  test('a session of TLS 1.2 is resumed, by any worker', async () => {
    // Without tickets, which need no cache.
    const options = { maxVersion: 'TLSv1.2', secureOptions: constants.SSL_OP_NO_TICKET } as const;
    const first = await connect(options);
    const session = first.getSession();
    first.destroy();
    for (let times = 0; times < 4; times += 1) {
      const next = await connect({ ...options, ...(session ? { session } : {}) });
      expect(next.isSessionReused()).toBe(true);
      next.destroy();
    }
  });
});
