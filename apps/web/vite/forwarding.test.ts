import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { forwardAsNginx } from './forwarding';

function forwarded(headers: IncomingMessage['headers'], remoteAddress = '192.0.2.1') {
  const request = { headers, socket: { remoteAddress } } as IncomingMessage;
  forwardAsNginx(request, 'id');
  return request.headers;
}

it('tells the address, the scheme and the id that this server knows, whatever the client says', () => {
  const lies = {
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-real-ip': '203.0.113.7',
    'x-request-id': 'mine',
  };
  expect(forwarded(lies)).toMatchObject({
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-proto': 'http',
    'x-real-ip': '192.0.2.1',
    'x-request-id': 'id',
  });
});

it.each([
  'expect',
  'forwarded',
  'http2-settings',
  'keep-alive',
  'proxy',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'x-forwarded-host',
  'x-forwarded-ssl',
])('passes no %s on', (name) => {
  expect(forwarded({ [name]: 'something' })).not.toHaveProperty(name);
});

it('passes the rest on as it came', () => {
  const rest = { host: 'localhost:5173', cookie: 'a=b', 'if-none-match': '"x"', 'content-length': '3' };
  expect(forwarded({ ...rest })).toMatchObject(rest);
});

it('writes an IPv4 client as such on a socket for both families', () => {
  expect(forwarded({}, '::ffff:192.0.2.1')['x-forwarded-for']).toBe('192.0.2.1');
});
