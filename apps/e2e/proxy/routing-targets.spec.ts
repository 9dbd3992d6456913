import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { PROBE_OF_PAGES } from '../support/error-documents.ts';
import { exchange, RawConnection } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

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
  // A file's name is none where the application is.
  '/report.json',
  '/style.css',
  '/.hidden/a..b',
];

row('target-as-sent', { needs: ['probe'] }, () => {
  for (const rest of AS_SENT) {
    test(`${rest} reaches the application as sent`, async ({ probe }) => {
      const echo = await probe.echo(rest);
      expect(echo.raw_uri).toBe(`${deployment.probe}/echo${rest}`);
      expect(echo.raw_query).toBe(rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : '');
    });
  }

  test('repeated parameters keep their order', async ({ probe }) => {
    expect((await probe.echo('?tag=b&tag=a&tag=b')).query).toEqual({ tag: ['b', 'a', 'b'] });
  });
});

row('admin', { needs: ['engine', 'probe'] }, () => {
  for (const rest of ['/report.json', '/style.css', '/.hidden/a..b']) {
    test(`${rest} under its address reaches the application, though a file has such a name`, async ({ ask }) => {
      const answer = await ask(`${PROBE_OF_PAGES}/echo${rest}`);
      expect(answer.status).toBe(200);
      expect(answer.json().raw_uri).toBe(`${PROBE_OF_PAGES}/echo${rest}`);
    });
  }
});

row('methods', { needs: ['probe'] }, () => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    test(`${method} reaches the application`, async ({ probe }) => {
      expect((await probe.echo('', { method })).method).toBe(method);
    });
  }
});

row('methods', () => {
  for (const path of ['/', deployment.api.open, `${deployment.api.prefix}missing`, '/assets/missing.js']) {
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
    connection.send(
      `HEAD / HTTP/1.1\r\nHost: ${host}\r\n\r\nGET ${deployment.api.open} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    );
    expect((await connection.read('HEAD')).status).toBe(200);
    const next = await connection.read();
    expect(next.status).toBe(200);
    expect(next.header('Content-Type')).toMatch(/json/);
    connection.close();
  });
});
