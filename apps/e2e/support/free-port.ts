import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * Find a free TCP port on 127.0.0.1.
 *
 * The engine cannot choose it (port 0): the stack needs its public address before it starts and keeps it when a container
 * is recreated.
 */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
