import { exchange, RawConnection } from '../support/raw-http';
import { expect, test } from '../support/test';

// `proxy_pass` with a URI part would decode and tidy the address; Django must see what the client sent.

const AS_SENT = [
  '/a%2Fb', // an encoded slash is not a slash: RFC 3986, 2.2
  '/a%20b',
  '/a%2Bb+c',
  '/%C3%A9t%C3%A9/%E2%9C%93',
  '/a%2fb%3F', // lower case stays lower case
  '/~tilde/%7Etilde',
  '/a//b///c',
  '//double',
  '/semi;colon=1,2',
  '?search=a%20b+c%2Bd',
  '?tag=a&tag=b&tag=a',
  '?empty=&flag&=x',
  '?next=/a//b?c=d',
  '?q=%C3%A9%2F%26%3D',
  '?',
];

for (const rest of AS_SENT) {
  test(`${rest} reaches Django as sent`, { tag: '@own-stack' }, async ({ probe }) => {
    const echo = await probe.echo(rest);
    expect(echo.raw_uri).toBe(`/api/_probe/echo${rest}`);
    expect(echo.raw_query).toBe(rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : '');
  });
}

test('a double slash before /api/ is not made one', { tag: '@own-stack' }, async ({ ask }) => {
  const answer = await ask('//api/_probe/echo');
  expect(answer.status === 200 ? answer.json().raw_uri : 'not the API').not.toBe('/api/_probe/echo');
});

test('repeated parameters keep their order', { tag: '@own-stack' }, async ({ probe }) => {
  expect((await probe.echo('?tag=b&tag=a&tag=b')).query).toEqual({ tag: ['b', 'a', 'b'] });
});

for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
  test(`${method} reaches Django`, { tag: '@own-stack' }, async ({ probe }) => {
    expect((await probe.echo('', { method })).method).toBe(method);
  });
}

for (const path of ['/', '/api/livez', '/api/missing', '/assets/missing.js']) {
  test(`HEAD ${path} has GET's headers and no body`, async ({ ask, origin }) => {
    // Transfer-Encoding is known only when a body is made (RFC 9110, 9.3.2).
    const changing = ['date', 'x-request-id', 'connection', 'keep-alive', 'transfer-encoding'];
    const lasting = (headers: readonly (readonly [string, string])[]) =>
      headers
        .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
        .filter((line) => !changing.some((name) => line.startsWith(`${name}:`)))
        .sort();
    const get = await ask(path);
    // On a raw connection a body that must not be there would be seen: it would be read up to the close.
    const { host } = new URL(origin);
    const raw = await exchange(origin, `HEAD ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'HEAD');
    expect(raw.status).toBe(get.status);
    expect(lasting(raw.headers)).toEqual(lasting(get.headers));
  });
}

test('HEAD leaves no body on the connection, so that the next answer is read as itself', async ({ origin }) => {
  const { host } = new URL(origin);
  const connection = await RawConnection.open(origin);
  connection.send(`HEAD / HTTP/1.1\r\nHost: ${host}\r\n\r\nGET /api/livez HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  expect((await connection.read('HEAD')).status).toBe(200);
  expect((await connection.read()).json().status).toBe('ok');
  connection.close();
});
