import { markName, type Echo } from '../support/probe.ts';
import { sendRaw } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const PROBE = deployment.probe ?? '';

/** Headers that proxies use to describe the client. */
const FORGED = {
  'X-Forwarded-For': '203.0.113.7',
  'X-Forwarded-Proto': 'https',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Port': '444',
  'X-Forwarded-Prefix': '/evil',
  'X-Forwarded-Protocol': 'ssl',
  'X-Forwarded-Scheme': 'https',
  'X-Forwarded-Server': 'evil.example',
  'X-Forwarded-Ssl': 'on',
  'X-Real-IP': '203.0.113.7',
  Forwarded: 'for=203.0.113.7;proto=https;host=evil.example',
};

row('client-address', { needs: ['probe'] }, () => {
  test("Django sees the client's scheme, and its host with the port", async ({ origin, probe }) => {
    const echo = await probe.echo();
    const scheme = new URL(origin).protocol.slice(0, -1);
    expect(echo).toMatchObject({ scheme, secure: scheme === 'https', host: new URL(origin).host });
    expect(echo.headers['X-Forwarded-Proto']).toBe(scheme);
  });

  test(
    'build_absolute_uri() returns the address shown in the browser',
    { tag: '@browser' },
    async ({ origin, page }) => {
      await page.goto(`${PROBE}/echo/caf%C3%A9/%E2%9C%93?x=%2F%C3%A9`);
      const echo = JSON.parse(await page.locator('body').innerText());
      expect(echo.absolute_uri).toBe(page.url());
      expect(page.url()).toBe(`${origin}${PROBE}/echo/caf%C3%A9/%E2%9C%93?x=%2F%C3%A9`);
    },
  );
});

row('forged-forwarding', { needs: ['probe'] }, () => {
  for (const [name, value] of Object.entries(FORGED)) {
    test(`${name} from a client is replaced or removed`, async ({ probe }) => {
      const withoutId = ({ headers, ...echo }: Echo) => ({ ...echo, headers: { ...headers, 'X-Request-Id': '' } });
      const plain = await probe.echo();
      expect(withoutId(await probe.echo('', { headers: { [name]: value } }))).toEqual(withoutId(plain));
    });
  }
});

row('foreign-host', { needs: ['probe', 'writing'] }, () => {
  test('a Host that is not allowed is rejected before it reaches a view', async ({ probe, send }) => {
    const mark = markName();
    const options = { method: 'POST', headers: { Host: 'evil.example' } };
    expect(await send(`${PROBE}/marks/${mark}`, options)).toBeProblem(400);
    expect(await probe.hasMark(mark)).toBe(false);

    // Control: the same request with the right Host sets the mark.
    await probe.setMark(mark);
    expect(await probe.hasMark(mark)).toBe(true);
  });
});

row('hop-by-hop', { needs: ['probe'] }, () => {
  test('hop-by-hop headers are not forwarded (RFC 9110, 7.6.1)', async ({ origin }) => {
    const headers = [
      'Connection: close, TE, Keep-Alive',
      'Keep-Alive: timeout=5',
      'TE: trailers',
      'Trailer: X-Sum',
      'Proxy-Authorization: Basic Zm9v',
      'Proxy-Authenticate: Basic',
      'Proxy-Connection: keep-alive',
      'Proxy: http://evil.example', // CGI programs read it as HTTP_PROXY: httpoxy, CVE-2016-5385
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    ];
    const echo = (await sendRaw(origin, { target: `${PROBE}/echo`, headers })).json<Echo>();
    const names = Object.keys(echo.headers).map((name) => name.toLowerCase());
    expect(names.filter((name) => /^(te|trailer|keep-alive|upgrade|http2-settings|proxy.*)$/.test(name))).toEqual([]);
    // From Nginx: it does not keep its connection to Gunicorn.
    expect(echo.headers['Connection']).toBe('close');
  });

  for (const upgrade of ['h2c', 'websocket']) {
    test(`"Upgrade: ${upgrade}" never gets 101 and is not forwarded`, async ({ send }) => {
      const response = await send(`${PROBE}/echo`, {
        headers: {
          Connection: 'Upgrade, HTTP2-Settings',
          Upgrade: upgrade,
          'HTTP2-Settings': 'AAMAAABkAAQAAP__',
        },
      });
      expect(response.status).toBe(200);
      expect(Object.keys(response.json<{ headers: object }>().headers)).not.toContain('Upgrade');
    });
  }
});
