import { readFileSync } from 'node:fs';
import { createServer as createApi, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { http, passthrough } from 'msw';
import { createServer } from 'vite';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { server } from '../src/testing/server';

const CONFIGURATION = readFileSync(
  join(import.meta.dirname, '../../../docker/nginx/conf/http/security-headers.conf'),
  'utf8',
).replace('$sentry_origin', '');
const TUNNEL = { host: 'tunnel.example', origin: 'https://tunnel.example', 'x-forwarded-proto': 'https' };

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

beforeEach(() => {
  server.use(http.all('*', () => passthrough()));
});

/** Starts the development server, and an API that responds with the headers of the request. */
async function start(devUrl = '') {
  const api = createApi((incoming, response) => response.end(JSON.stringify(incoming.headers)));
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('APP_API_PORT', String(portOf(api.address())));
  vi.stubEnv('APP_DEV_URL', devUrl);
  const vite = await createServer({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    server: { host: '127.0.0.1', port: 0, strictPort: false },
    logLevel: 'silent',
  });
  vi.unstubAllEnvs();
  await vite.listen();
  onTestFinished(async () => {
    await vite.close();
    api.close();
  });
  const port = portOf(vite.httpServer?.address());
  return (path: string, options = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() });
        });
      });
      sent.on('error', reject).end();
    });
}

function portOf(address: AddressInfo | string | null | undefined): number {
  return (address as AddressInfo).port;
}

const readNonce = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];

it.each(['/', '/people/1', '/src/main.tsx', '/api/people', '/admin/', '/missing.js'])(
  'sends the security headers of production with %s, and allows only what Vite inserts',
  async (path) => {
    const answer = await (await start())(path);
    const expected = [...CONFIGURATION.matchAll(/^add_header (\S+) [^$\n]+;$/gm)];
    expect(expected.length).toBeGreaterThan(4);
    for (const [directive, name = ''] of expected) {
      const value = String(answer.headers[name.toLowerCase()]).replace(' blob:', '');
      expect(directive.replaceAll('"', '')).toBe(
        `add_header ${name} ${value.replaceAll(` 'nonce-${String(readNonce(answer))}'`, '')} always;`,
      );
    }
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'; style-src 'self' 'nonce-[^']+';/);
    expect(policy).toContain("worker-src 'self' blob:;");
  },
);

it('marks each script and style of the page with a nonce that differs per start', async () => {
  const pages = [await (await start())('/'), await (await start())('/')];
  for (const page of pages) {
    const { head, body } = new DOMParser().parseFromString(page.body, 'text/html');
    const elements = [head, body].flatMap((part) => [...part.querySelectorAll('script, style, [property=csp-nonce]')]);
    expect(elements.length).toBeGreaterThan(3);
    for (const element of elements) expect(element.getAttribute('nonce')).toBe(readNonce(page));
  }
  expect(readNonce(pages[0] as Answer)).not.toBe(readNonce(pages[1] as Answer));
});

it.each(['https://tunnel.example', 'https://tunnel.example:8443/'])(
  'passes requests of the tunnel APP_DEV_URL=%s to the API as they are',
  async (url) => {
    const answer = await (await start(url))('/api/people', { method: 'POST', headers: TUNNEL });
    expect(JSON.parse(answer.body)).toMatchObject(TUNNEL);
  },
);

it.each(['', 'https://other.example', 'https://example'])(
  'refuses the requests of another host with APP_DEV_URL=%s',
  async (url) => {
    const send = await start(url);
    for (const path of ['/', '/src/main.tsx', '/api/people']) {
      expect((await send(path, { method: 'POST', headers: TUNNEL })).status).toBe(403);
    }
  },
);
