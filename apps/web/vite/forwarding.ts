import type { IncomingMessage } from 'node:http';

/** Words about a proxy, and for one hop alone: http/forwarding.conf names each. `Expect` is answered by this hop. */
const NOT_PASSED_ON =
  /^(?:expect|forwarded|http2-settings|keep-alive|proxy(?:-.*)?|te|trailer|upgrade|x-forwarded-.*)$/;

/**
 * Have the API told about the client as Nginx does it: what this server saw itself, and nothing that the client says.
 *
 * @param id of the request; a client's own is not believed
 */
export function forwardAsNginx({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, id: string): void {
  for (const name of Object.keys(headers)) {
    if (NOT_PASSED_ON.test(name)) Reflect.deleteProperty(headers, name);
  }
  // A socket for both families writes an IPv4 address as an IPv6 one.
  const client = socket.remoteAddress?.replace(/^::ffff:/, '');
  Object.assign(headers, {
    connection: 'close',
    'x-forwarded-for': client,
    'x-forwarded-proto': 'http',
    'x-real-ip': client,
    'x-request-id': id,
  });
}
