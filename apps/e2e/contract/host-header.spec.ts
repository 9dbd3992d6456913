import { IN_SYNC, sendWithFollowUp } from '../support/follow-up.ts';
import { markName, type Echo } from '../support/probe.ts';
import { connected, requestText, sendRaw, type RequestParts } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

// RFC 9112, 2.3 and 3.2: the host and the version of a request.
const { api, app, probe: PROBE } = deployment;

/** Placeholders: `{host}` is the name and port, `{name}` the name, `{port}` the port with its colon, `{path}` the path. */
const REJECTED: [what: string, hosts: string[], version?: string][] = [
  ['no Host', []],
  ['an empty Host', ['']],
  ['the same Host twice', ['{host}', '{host}']],
  ['another Host after the right one', ['{host}', 'evil.example']],
  ['another Host before the right one', ['evil.example', '{host}']],
  ['a Host of another site', ['evil.example']],
  ['a Host that begins with the right name', ['{name}.evil.example']],
  ['a Host on a folded line', ['\r\n {host}']],
  ["a Host with Nginx's placeholder for any server name", ['_']],
  ['no Host in HTTP/1.0', [], 'HTTP/1.0'],
];

const REJECTED_TARGETS: [what: string, parts: RequestParts][] = [
  ['an absolute target of another site with the right Host', { target: 'http://evil.example{path}' }],
  ['an absolute target without Host', { target: 'http://{host}{path}', host: null }],
  ['an absolute target with a user name', { target: 'http://evil@{host}{path}' }],
];

const ACCEPTED: [what: string, parts: RequestParts][] = [
  ['the Host in uppercase', { host: '{NAME}{port}' }],
  ['the Host with a trailing dot', { host: '{name}.{port}' }],
  ['an absolute target', { target: 'http://{host}{path}' }],
  // RFC 9112, 3.2.2: the Host field is ignored.
  ['an absolute target and another Host', { target: 'http://{host}{path}', host: 'evil.example' }],
];

/** Build the request text with the placeholders filled in. */
function fill(origin: string, path: string, parts: RequestParts): string {
  const { host, hostname, port } = new URL(origin);
  const values = { host, name: hostname, NAME: hostname.toUpperCase(), port: port && `:${port}`, path };
  const text = requestText(origin, { target: path, host: '{host}', ...parts });
  return text.replace(/\{(host|name|NAME|port|path)\}/g, (_, name: keyof typeof values) => values[name]);
}

row('host-header', { needs: ['probe', 'writing'] }, () => {
  const cases: [what: string, parts: RequestParts][] = [
    ...REJECTED.map(([what, hosts, version = 'HTTP/1.1']): [string, RequestParts] => {
      return [what, { version, host: null, headers: hosts.map((host) => `Host: ${host}`) }];
    }),
    ...REJECTED_TARGETS,
  ];
  for (const [what, parts] of cases) {
    test(`${what} is rejected before it reaches a view`, async ({ origin, probe }) => {
      const mark = markName();
      const text = fill(origin, `${PROBE}/marks/${mark}`, { method: 'POST', ...parts });
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect(first.status).toBe(400);
      expect(connection).toMatch(IN_SYNC);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }
});

row('host-header', { needs: ['probe'] }, () => {
  for (const [what, parts] of ACCEPTED) {
    test(`${what} is the same host for the application`, async ({ origin }) => {
      const path = `${PROBE}/echo/host`;
      const { first, connection } = await sendWithFollowUp(origin, fill(origin, path, parts));
      const echo = first.json<Echo>();
      expect(echo).toMatchObject({ host: new URL(origin).host, raw_uri: path, absolute_uri: `${origin}${path}` });
      expect(connection).toBe('next answered');
    });
  }

  test('HTTP/1.0 with keep-alive gets a Content-Length and keeps the connection', async ({ origin }) => {
    const parts = { version: 'HTTP/1.0', target: `${PROBE}/echo/old`, headers: ['Connection: keep-alive'] };
    const { first, connection } = await sendWithFollowUp(origin, requestText(origin, parts));
    expect(first.json().raw_uri).toBe(`${PROBE}/echo/old`);
    expect(first.header('Connection')).toBe('keep-alive');
    expect(first.header('Content-Length')).toBe(String(first.body.length));
    expect(connection).toBe('next answered');
  });

  test('HTTP/1.0 gets no chunks', async ({ origin, probe }) => {
    const name = markName();
    await probe.setMark(`${name}-go-on`);
    const headers = ['Connection: keep-alive'];
    const response = await sendRaw(origin, { version: 'HTTP/1.0', target: `${PROBE}/stream/${name}`, headers });
    expect(response.all('Transfer-Encoding')).toEqual([]);
    expect(response.header('Connection')).toBe('close');
    expect(response.text).toBe('first\nsecond\n');
  });
});

const INVALID_REQUEST_LINES: [what: string, line: string][] = [
  ['one word', 'garbage'],
  ['a version in lowercase', `GET ${api.open} http/1.1`],
  ['a word after the version', `GET ${api.open} HTTP/1.1 x`],
  ['tabs in place of spaces', `GET\t${api.open}\tHTTP/1.1`],
  ['a space before the method', ` GET ${api.open} HTTP/1.1`],
  ['version 0.9', `GET ${api.open} HTTP/0.9`],
  ['the HTTP/2 preface', 'PRI * HTTP/2.0'],
  ['a TLS handshake', '\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03'], // RFC 8446, 5.1
];

row('host-header', () => {
  for (const [what, line] of INVALID_REQUEST_LINES) {
    test(`a request line with ${what} is rejected`, async ({ origin }) => {
      const text = `${line}\r\nHost: ${new URL(origin).host}\r\n\r\n`;
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect([400, 505]).toContain(first.status);
      expect(first).toHaveSecurityHeaders();
      expect(connection).toBe('closed');
    });
  }

  // A response in HTTP/0.9 has neither status nor headers, so only the error document shows what happened.
  for (const [target, document] of [
    [app.page, /<h1>[^<]+<\/h1>/],
    [api.open, /"status":400/],
  ] as const) {
    test(`HTTP/0.9 is rejected for ${target}`, async ({ origin }) => {
      await connected(origin, async (connection) => {
        connection.send(`GET ${target}\r\n`);
        const received = (await connection.closed()).toString('latin1');
        expect(received).toMatch(document);
        expect(received).not.toContain(app.marker);
        expect(received).not.toMatch(/"status": ?"ok"/);
      });
    });
  }
});
