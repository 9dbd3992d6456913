import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { markName, type Echo } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

// What the application is told about the client is what Nginx saw itself; nothing of it is the client's word.
const PROBE = deployment.probe ?? '';

/** Every field by which a program behind a proxy was ever told of the client. */
const FORGED = [
  ['X-Forwarded-For', '203.0.113.7'],
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Forwarded-Port', '444'],
  ['X-Forwarded-Prefix', '/evil'],
  ['X-Forwarded-Protocol', 'ssl'],
  ['X-Forwarded-Scheme', 'https'],
  ['X-Forwarded-Server', 'evil.example'],
  ['X-Forwarded-Ssl', 'on'],
  ['X-Real-IP', '203.0.113.7'],
  ['Forwarded', 'for=203.0.113.7;proto=https;host=evil.example'],
] as const;

row('client-address', { needs: ['probe'] }, () => {
  test("Django sees the client's scheme and its host with the port", async ({ probe, origin }) => {
    const echo = await probe.echo();
    const scheme = new URL(origin).protocol.slice(0, -1);
    expect(echo).toMatchObject({ scheme, secure: scheme === 'https', host: new URL(origin).host });
    expect(echo.headers['X-Forwarded-Proto']).toBe(scheme);
  });

  test('build_absolute_uri() is the address that the browser shows', { tag: '@browser' }, async ({ page, origin }) => {
    await page.goto(`${PROBE}/echo/caf%C3%A9/%E2%9C%93?x=%2F%C3%A9`);
    const echo = JSON.parse(await page.locator('body').innerText());
    expect(echo.absolute_uri).toBe(page.url());
    expect(page.url()).toBe(`${origin}${PROBE}/echo/caf%C3%A9/%E2%9C%93?x=%2F%C3%A9`);
  });
});

row('client-address', { needs: ['probe', 'engine'] }, () => {
  test("Django sees the client's own address", async ({ stack, origin }) => {
    // A client whose address is known for sure: the API's container, calling through Nginx.
    const own = await stack.address('api');
    const script = [
      'import urllib.request as u',
      `r = u.Request("http://web:8080${PROBE}/echo", headers={"Host": "${new URL(origin).host}"})`,
      'print(u.urlopen(r).read().decode())',
    ].join('\n');
    const echo = JSON.parse(await stack.exec('api', ['python', '-c', script]));
    expect(echo.client_address).toBe(own);
    expect(echo.headers['X-Forwarded-For']).toBe(own);
  });
});

row('forged-forwarding', { needs: ['probe'] }, () => {
  for (const [name, value] of FORGED) {
    test(`a client's own ${name} is not believed`, async ({ probe }) => {
      const lasting = ({ headers, ...echo }: Echo) => ({
        ...echo,
        headers: { ...headers, 'X-Request-Id': 'one each' },
      });
      const honest = await probe.echo();
      expect(lasting(await probe.echo('', { headers: { [name]: value } }))).toEqual(lasting(honest));
    });
  }
});

row('foreign-host', { needs: ['probe', 'writing'] }, () => {
  test('a Host that is not allowed is refused before it reaches a view', async ({ ask, probe }) => {
    const refused = markName();
    const answer = await ask(`${PROBE}/marks/${refused}`, {
      method: 'POST',
      headers: { Host: 'evil.example' },
    });
    expect(answer).toBeProblem(400);
    expect(await probe.hasMark(refused)).toBe(false);

    // The same request with the right Host reaches the view: the mark would have been seen.
    await probe.leaveMark(refused);
    expect(await probe.hasMark(refused)).toBe(true);
  });
});

row('hop-by-hop', { needs: ['probe'] }, () => {
  test('hop-by-hop headers are not passed on (RFC 9110, 7.6.1)', async ({ origin }) => {
    const fields = [
      'Connection: close, TE, Keep-Alive',
      'Keep-Alive: timeout=5',
      'TE: trailers',
      'Trailer: X-Sum',
      'Proxy-Authorization: Basic Zm9v',
      'Proxy-Authenticate: Basic',
      'Proxy-Connection: keep-alive',
      'Proxy: http://evil.example', // becomes HTTP_PROXY in CGI: httpoxy, CVE-2016-5385
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    ];
    const head = [`GET ${PROBE}/echo HTTP/1.1`, `Host: ${new URL(origin).host}`, ...fields];
    const echo = (await exchange(origin, `${head.join('\r\n')}\r\n\r\n`)).json<Echo>();
    const names = Object.keys(echo.headers).map((name) => name.toLowerCase());
    expect(names.filter((name) => /^(te|trailer|keep-alive|upgrade|http2-settings|proxy.*)$/.test(name))).toEqual([]);
    // Nginx's own connection to Gunicorn, which is not kept alive.
    expect(echo.headers['Connection']).toBe('close');
  });

  for (const upgrade of ['h2c', 'websocket', 'TLS/1.3, HTTP/1.1']) {
    test(`"Upgrade: ${upgrade}" never gets 101 and is not passed on`, async ({ ask }) => {
      const answer = await ask(`${PROBE}/echo`, {
        headers: {
          Connection: 'Upgrade, HTTP2-Settings',
          Upgrade: upgrade,
          'HTTP2-Settings': 'AAMAAABkAAQAAP__',
        },
      });
      expect(answer.status).toBe(200);
      expect(Object.keys(answer.json<{ headers: object }>().headers)).not.toContain('Upgrade');
    });
  }
});
