import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { markName } from '../support/probe.ts';
import { connected } from '../support/raw-http.ts';
import { requestText, type RequestParts } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { probe: PROBE, app, api } = deployment;

row('pipelining', () => {
  test('twenty requests in one write are answered in order, each as itself', async ({ origin }) => {
    const kinds: [target: string, status: number, type: RegExp][] = [
      [app.page, 200, /^text\/html/],
      [api.open, 200, /json/],
      ['/assets/missing.js', 404, /^text\/html/],
      [`${api.prefix}missing`, 404, /^application\/problem\+json/],
    ];
    const asked = Array.from({ length: 5 }, () => kinds).flat();
    await connected(origin, async (connection) => {
      connection.send(asked.map(([target]) => requestText(origin, { target })).join(''));
      for (const [target, status, type] of asked) {
        const answer = await connection.read();
        expect(answer.status, target).toBe(status);
        expect(answer.header('Content-Type'), target).toMatch(type);
      }
    });
  });

  test('empty lines before a request are skipped, as old clients send them (RFC 9112, 2.2)', async ({ origin }) => {
    await connected(origin, async (connection) => {
      connection.send(`\r\n${requestText(origin, { target: app.page })}`);
      expect((await connection.read()).status).toBe(200);
      connection.send(`\r\n\r\n${requestText(origin, { target: api.open })}`);
      expect((await connection.read()).header('Content-Type')).toMatch(/json/);
    });
  });

  test('a request in pieces of one byte is one request', async ({ origin }) => {
    await connected(origin, async (connection) => {
      for (const byte of requestText(origin, { target: api.open })) connection.send(byte);
      expect((await connection.read()).status).toBe(200);
      connection.send(requestText(origin, { target: app.page, headers: ['Connection: close'] }));
      expect((await connection.read()).text).toContain(app.marker);
      expect(await connection.closed()).toHaveLength(0);
    });
  });
});

row('pipelining', { needs: ['probe', 'writing'] }, () => {
  test('bodies of every kind stay with their requests', async ({ origin }) => {
    const requests: (RequestParts & { length: number })[] = [
      { method: 'POST', headers: ['Content-Length: 5'], body: 'hello', length: 5 },
      { method: 'GET', length: 0 },
      { method: 'POST', headers: ['Transfer-Encoding: chunked'], body: '3\r\nabc\r\n0\r\n\r\n', length: 3 },
      { method: 'PUT', headers: ['Content-Length: 0'], length: 0 },
      { method: 'DELETE', headers: ['Content-Length: 4'], body: 'GET ', length: 4 },
      { method: 'PATCH', headers: ['Content-Length: 4'], body: '\r\n\r\n', length: 4 },
      { method: 'POST', length: 0 },
    ];
    await connected(origin, async (connection) => {
      connection.send(requests.map((parts) => requestText(origin, { target: `${PROBE}/body`, ...parts })).join(''));
      for (const { method, length } of requests) {
        expect((await connection.read()).json()).toMatchObject({ method, length });
      }
    });
  });

  test('a quick answer waits for the slow one before it', async ({ origin, probe }) => {
    const name = markName();
    const targets = [`${PROBE}/stream/${name}`, `${PROBE}/echo/${name}`];
    await connected(origin, async (connection) => {
      connection.send(targets.map((target) => requestText(origin, { target })).join(''));
      // The first view waits in the middle of its answer, and the second could long have been answered.
      expect(await connection.readUpTo('first\n')).toMatch(/^HTTP\/1\.1 200 /);
      await probe.leaveMark(`${name}-go-on`);
      const rest = await connection.readUpTo('second\n\r\n0\r\n\r\n');
      expect(rest).not.toContain('HTTP/1.1');
      expect((await connection.read()).json().raw_uri).toBe(`${PROBE}/echo/${name}`);
    });
  });

  test('a request behind one that closes the connection is not run', async ({ origin, probe }) => {
    const mark = markName();
    const last = requestText(origin, { target: api.open, headers: ['Connection: close'] });
    const late = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: ['Content-Length: 0'] };
    await connected(origin, async (connection) => {
      connection.send(last + requestText(origin, late));
      expect((await connection.read()).status).toBe(200);
      expect(await connection.closed()).toHaveLength(0);
    });
    expect(await probe.hasMark(mark)).toBe(false);
  });

  test('a handshake for a WebSocket gets no 101, and what follows it is read as HTTP', async ({ origin, probe }) => {
    const mark = markName();
    const handshake = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ];
    await connected(origin, async (connection) => {
      connection.send(requestText(origin, { target: `${PROBE}/echo/${mark}`, headers: handshake }));
      expect((await connection.read()).json()).toMatchObject({ raw_uri: `${PROBE}/echo/${mark}` });
      connection.send(requestText(origin, { target: `${PROBE}/marks/${mark}`, method: 'POST' }));
      expect((await connection.read()).status).toBe(200);
    });
    expect(await probe.hasMark(mark)).toBe(true);
  });
});
