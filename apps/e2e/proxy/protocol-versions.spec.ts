import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath } from '../support/aftermath.ts';
import { markName } from '../support/probe.ts';
import { connected } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// In which version of HTTP something is asked, if it is HTTP at all: RFC 9112, 2.3.
const { app, api, probe: PROBE } = deployment;

row('host-header', { needs: ['probe'] }, () => {
  test('HTTP/1.0 is answered and the connection closed', async ({ origin }) => {
    await connected(origin, async (connection) => {
      connection.send(requestText(origin, { version: 'HTTP/1.0', target: `${PROBE}/echo/old` }));
      const answer = await connection.read();
      expect(answer.json().raw_uri).toBe(`${PROBE}/echo/old`);
      expect(answer.header('Connection')).toBe('close');
      expect(await connection.closed()).toHaveLength(0);
    });
  });

  test('HTTP/1.0 that asks to keep the connection keeps it, with answers that state their length', async ({
    origin,
  }) => {
    const version = 'HTTP/1.0';
    const headers = ['Connection: keep-alive'];
    const text = requestText(origin, { version, target: `${PROBE}/echo/old`, headers });
    const { first, connection } = await aftermath(origin, text);
    expect(first.json().raw_uri).toBe(`${PROBE}/echo/old`);
    expect(first.header('Connection')).toBe('keep-alive');
    expect(first.header('Content-Length')).toBe(String(first.body.length));
    expect(connection).toBe('next answered');
  });

  test('HTTP/1.0 gets no chunks, which it would not understand', async ({ origin, probe }) => {
    const name = markName();
    await probe.leaveMark(`${name}-go-on`);
    const headers = ['Connection: keep-alive'];
    const text = requestText(origin, { version: 'HTTP/1.0', target: `${PROBE}/stream/${name}`, headers });
    await connected(origin, async (connection) => {
      connection.send(text);
      const answer = await connection.read();
      expect(answer.all('Transfer-Encoding')).toEqual([]);
      expect(answer.header('Connection')).toBe('close');
      expect(answer.text).toBe('first\nsecond\n');
    });
  });
});

/** Requests in words that HTTP has not, or not any more. */
const NOT_HTTP: [what: string, line: string][] = [
  ['a word', 'garbage'],
  ['a version in small letters', `GET ${api.open} http/1.1`],
  ['a version without its second number', `GET ${api.open} HTTP/1`],
  ['a version with a zero before it', `GET ${api.open} HTTP/01.1`],
  ['a version with a word behind it', `GET ${api.open} HTTP/1.1 x`],
  ['a version with a space in it', `GET ${api.open} HTTP /1.1`],
  ['another protocol', `GET ${api.open} HTPP/1.1`],
  ['a tab instead of a space', `GET\t${api.open}\tHTTP/1.1`],
  ['a space before the method', ` GET ${api.open} HTTP/1.1`],
  ['a version that says 0.9', `GET ${api.open} HTTP/0.9`],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0'],
  ['HTTP/2.0 as a version', `GET ${api.open} HTTP/2.0`],
  ['HTTP/3.0 as a version', `GET ${api.open} HTTP/3.0`],
];

row('host-header', () => {
  for (const [what, line] of NOT_HTTP) {
    test(`${what} is refused`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, `${line}\r\nHost: ${new URL(origin).host}\r\n\r\n`);
      expect([400, 505]).toContain(first.status);
      expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(connection).toBe('closed');
    });
  }

  test('the beginning of TLS on a plain port is refused', async ({ origin }) => {
    // https://www.rfc-editor.org/rfc/rfc8446#section-5.1: a handshake record.
    const { first, connection } = await aftermath(origin, '\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\r\n\r\n');
    expect(first.status).toBe(400);
    expect(connection).toBe('closed');
  });

  // An answer in HTTP/0.9 has neither status nor header, so the document alone says what was wrong.
  const documents = [
    [app.page, /<h1>[^<]+<\/h1>/],
    [api.open, /"status":400/],
  ] as const;
  for (const [target, refusal] of documents) {
    for (const end of ['\r\n', '\n']) {
      test(`HTTP/0.9 is refused (GET ${target}, ended by ${JSON.stringify(end)})`, async ({ origin }) => {
        await connected(origin, async (connection) => {
          connection.send(`GET ${target}${end}`);
          const received = (await connection.closed()).toString('latin1');
          expect(received).toMatch(refusal);
          expect(received).not.toContain(app.marker);
          expect(received).not.toMatch(/"status": ?"ok"/);
        });
      });
    }
  }
});
