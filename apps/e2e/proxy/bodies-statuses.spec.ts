import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath } from '../support/aftermath.ts';
import { connected } from '../support/raw-http.ts';
import type { Echo } from '../support/probe.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// Where there is no body, or more than a body, both sides must agree where the next message begins.
const { probe: PROBE } = deployment;

const CHUNKED = ['Transfer-Encoding: chunked'];

row('bodyless-statuses', { needs: ['probe'] }, () => {
  for (const status of [204, 205, 304]) {
    test(`${status} has no body, and the next request is answered as itself`, async ({ origin }) => {
      const text = requestText(origin, { target: `${PROBE}/bare/${status}` });
      const { first, connection } = await aftermath(origin, text);
      expect(first.status).toBe(status);
      expect(first.body).toHaveLength(0);
      expect(first.all('Transfer-Encoding')).toEqual([]);
      expect(first.header('ETag')).toBe('"bare"');
      expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(connection).toBe('next answered');
    });

    test(`a body that the application sends with ${status} does not become the next answer`, async ({ origin }) => {
      const text = requestText(origin, { target: `${PROBE}/raw/${status}-with-body` });
      const { first, connection } = await aftermath(origin, text);
      expect(first.status).toBe(status);
      expect(connection).toBe('next answered');
    });
  }

  test('204 says nothing of a length (RFC 9110, 8.6)', async ({ ask }) => {
    expect((await ask(`${PROBE}/bare/204`)).all('Content-Length')).toEqual([]);
  });

  for (const name of ['too-much', 'too-many-chunks']) {
    test(`what the application sends behind its answer (${name}) reaches nobody`, async ({ origin }) => {
      const text = requestText(origin, { target: `${PROBE}/raw/${name}` });
      const { first, connection } = await aftermath(origin, text);
      expect(first.text).toBe('hello');
      expect(connection).toBe('next answered');
    });
  }

  test('early hints (103) of the application are no answer, and are not passed on', async ({ origin }) => {
    const { first, connection } = await aftermath(origin, requestText(origin, { target: `${PROBE}/raw/early-hints` }));
    expect(first.status).toBe(200);
    expect(first.text).toBe('hello');
    expect(connection).toBe('next answered');
  });

  test('an answer that ends with its connection is chunked for a client that keeps its own', async ({ origin }) => {
    const { first, connection } = await aftermath(origin, requestText(origin, { target: `${PROBE}/raw/until-close` }));
    expect(first.header('Transfer-Encoding')).toBe('chunked');
    expect(first.text).toBe('hello');
    expect(connection).toBe('next answered');
  });

  test('trailers of the application are read and not passed on', async ({ origin }) => {
    const { first, connection } = await aftermath(origin, requestText(origin, { target: `${PROBE}/raw/trailers` }));
    expect(first.text).toBe('hello');
    expect(first.all('Set-Cookie')).toEqual([]);
    expect(connection).toBe('next answered');
  });
});

row('bodyless-statuses', { needs: ['probe', 'writing'] }, () => {
  // A trailer that became a header field would be one that nobody has checked: RFC 9110, 6.5.1.
  const trailers = [
    'X-Trailer: x',
    'Content-Length: 50',
    'Transfer-Encoding: chunked',
    'Host: evil.example',
    'X-Forwarded-For: 203.0.113.7',
    'Cookie: sessionid=x',
    'Authorization: Basic Zm9v',
    'Connection: close',
  ];
  for (const trailer of trailers) {
    test(`"${trailer}" as a trailer of a request changes nothing`, async ({ origin, probe }) => {
      const { headers, client_address } = await probe.echo();
      const body = `5\r\nhello\r\n0\r\n${trailer}\r\n\r\n`;
      const parts = { method: 'POST', target: `${PROBE}/echo`, headers: CHUNKED, body };
      const { first, connection } = await aftermath(origin, requestText(origin, parts));
      const seen = first.json<Echo>();
      expect(seen).toMatchObject({ body_length: 5, client_address, host: new URL(origin).host });
      expect(Object.keys(seen.headers).sort()).toEqual([...Object.keys(headers), 'Content-Length'].sort());
      expect(connection).toBe('next answered');
    });
  }

  for (const [version, interim] of [
    ['HTTP/1.1', ['HTTP/1.1 100 Continue', '']],
    ['HTTP/1.0', []],
  ] as const) {
    test(`"Expect: 100-continue" in ${version} gets ${interim.length > 0 ? 'one' : 'no'} 100`, async ({ origin }) => {
      const headers = ['Expect: 100-continue', 'Content-Length: 5', 'Connection: close'];
      const parts = { version, method: 'POST', target: `${PROBE}/body`, headers, body: 'hello' };
      await connected(origin, async (connection) => {
        connection.send(requestText(origin, parts));
        const lines = (await connection.closed()).toString('latin1').split('\r\n');
        expect(lines.slice(0, interim.length)).toEqual(interim);
        expect(lines[interim.length]).toBe('HTTP/1.1 200 OK');
        expect(lines.filter((line) => line.startsWith('HTTP/'))).toHaveLength(interim.length > 0 ? 2 : 1);
      });
    });
  }
});
