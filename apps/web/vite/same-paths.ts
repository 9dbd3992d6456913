import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin, ProxyOptions } from 'vite';
import { forwardAsNginx } from './forwarding.ts';
import { readLocations, serverFiles } from './nginx-locations.ts';
import { routeOf, type Route } from './route.ts';

export interface SamePathsOptions {
  /** Folder of nginx.conf. */
  nginx: string;
  /** Port of Django's development server. */
  apiPort: number;
  /** Paths of files that are made, and so are not in the public folder. */
  made: readonly string[];
}

/**
 * Has the development server answer each address as Nginx does, by Nginx's own configuration: what is the API's, what is a
 * file, and what is the app.
 */
export function samePaths({ nginx, apiPort, made }: SamePathsOptions): Plugin {
  const ofApi = new WeakSet<IncomingMessage>();
  return {
    name: 'same-paths',
    apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview,
    config: () => ({
      // Vite's own fallback gives the app to whoever asks for a missing script.
      appType: 'mpa',
      // Nginx knows no other origin either; Vite would answer OPTIONS in the API's place.
      server: { cors: false, proxy: { '/': passOn(apiPort, ofApi) } },
    }),
    configResolved({ configFileDependencies }) {
      // A change of them restarts Vite, as a change of its own configuration does.
      configFileDependencies.push(...serverFiles(nginx));
    },
    configureServer({ config, middlewares }) {
      const locations = readLocations(serverFiles(nginx));
      const isFile = (path: string) =>
        made.includes(path) || statSync(join(config.publicDir, path), { throwIfNoEntry: false })?.isFile() === true;
      middlewares.use((request, response, next) => {
        const id = randomUUID().replaceAll('-', '');
        response.setHeader('X-Request-ID', id);
        const route = routeOf(request.method ?? 'GET', request.url ?? '/', { locations, isFile });
        if (route.to === 'nobody') {
          answer(response, route);
          return;
        }
        if (route.to === 'vite') {
          request.url = route.url;
          if (request.method === 'HEAD') answerAsGet(request, response);
        } else {
          forwardAsNginx(request, id);
          ofApi.add(request);
        }
        next();
      });
    },
  };
}

function passOn(port: number, ofApi: WeakSet<IncomingMessage>): ProxyOptions {
  return {
    target: `http://127.0.0.1:${String(port)}`,
    // Django must see the address that the browser shows, as it does behind Nginx.
    changeOrigin: false,
    bypass: (request) => (ofApi.has(request) ? undefined : request.url),
    configure: (proxy) => {
      // As it was sent: the proxy resolves dots, re-encodes, and drops a `?` with nothing behind it.
      proxy.on('proxyReq', (upstream, request) => (upstream.path = request.url ?? '/'));
    },
  };
}

/** Vite and Node leave the length out of an answer to HEAD. As the response knows the real method, no body is sent. */
function answerAsGet(request: IncomingMessage, response: ServerResponse): void {
  request.method = 'GET';
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.end = (body?: unknown, ...rest: unknown[]) => {
    if (typeof body === 'string' && !response.headersSent)
      response.setHeader('Content-Length', Buffer.byteLength(body));
    return end(body, ...rest);
  };
}

function answer(response: ServerResponse, { status, text, headers }: Extract<Route, { to: 'nobody' }>): void {
  const title = `${String(status)} ${STATUS_CODES[status] ?? ''}`;
  const body = text || `<!doctype html><title>${title}</title><h1>${title}</h1>\n`;
  response.writeHead(status, {
    'Content-Type': text ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
