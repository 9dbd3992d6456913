import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** Start a proxy that forwards requests with X-Forwarded-* headers, as a load balancer does. With a key, it terminates TLS. */
export async function startProxy(target: string, tls?: { cert: Buffer; key: Buffer }): Promise<http.Server> {
  const forward: http.RequestListener = (request, response) => {
    const { 'x-forwarded-for': clients, host } = request.headers;
    const headers = {
      ...request.headers,
      'x-forwarded-for': [clients ?? [], request.socket.remoteAddress].flat().join(', '),
      ...(tls ? { 'x-forwarded-proto': 'https', 'x-forwarded-host': host } : {}),
    };
    const upstream = http.request(`${target}${request.url}`, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  };
  const server = tls ? https.createServer(tls, forward) : http.createServer(forward);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

export const portOf = (server: http.Server) => (server.address() as AddressInfo).port;
