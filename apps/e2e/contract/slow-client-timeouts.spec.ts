import { setTimeout as pause } from 'node:timers/promises';
import { accessLineTo, logStart } from '../support/access-log.ts';
import { markName } from '../support/probe.ts';
import { connected, type RawConnection } from '../support/raw-http.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { deployment, expect, row, test } from './contract-test.ts';

/** Seconds: `client_header_timeout`, `client_body_timeout` and `send_timeout` of Nginx. */
const HEADER_TIMEOUT = 5;
const BODY_TIMEOUT = 10;
const SEND_TIMEOUT = 10;
const DRIP_MS = 500;

const { app, probe: PROBE } = deployment;
const HOST = 'Host: localhost\r\n';
const START = `GET ${app.page} HTTP/1.1\r\n`;
const UPLOAD = `POST ${PROBE}/body HTTP/1.1\r\n`;

/** Send the beginning of a request and then nothing. Returns the seconds until Nginx closes the connection. */
function stopAfter(origin: string, beginning: string, timeout: number): Promise<number> {
  return connected(origin, async (connection) => {
    connection.send(beginning);
    return secondsUntil(connection.closed(), timeout + 1);
  });
}

/** Send a piece every half second, up to this many times or until Nginx closes the connection. */
async function drip(connection: RawConnection, piece: string, times: number): Promise<void> {
  for (let sent = 0; sent < times && !connection.isOver; sent += 1) {
    await pause(DRIP_MS);
    connection.send(piece);
  }
}

row('slow-clients', { needs: ['engine', 'probe'] }, () => {
  test(`a header must be complete within ${HEADER_TIMEOUT} seconds, even if it drips in`, async ({ origin }) => {
    const stopped = ['', 'G', START, `${START}${HOST}X-Long: ${'a'.repeat(3000)}`].map((beginning) =>
      stopAfter(origin, beginning, HEADER_TIMEOUT),
    );
    const dripping = connected(origin, async (connection) => {
      // On a kept-alive connection, the time starts with the first byte of the request.
      connection.send(`${START}${HOST}\r\n`);
      expect((await connection.read()).status).toBe(200);
      connection.send(`${START}${HOST}`);
      const closed = secondsUntil(connection.closed(), HEADER_TIMEOUT + 1);
      const times = ((HEADER_TIMEOUT + 1) * 1000) / DRIP_MS;
      const [seconds] = await Promise.all([closed, drip(connection, 'X-Drip: 1\r\n', times)]);
      return seconds;
    });
    for (const seconds of await Promise.all([...stopped, dripping])) expect(seconds).toMatchTimeout(HEADER_TIMEOUT);
  });

  test(`a body may pause for ${BODY_TIMEOUT} seconds after its last byte`, async ({ origin }) => {
    const beginnings = [
      `${UPLOAD}${HOST}Content-Length: 10\r\n\r\n`,
      `${UPLOAD}${HOST}Content-Length: 10\r\n\r\n123`,
      `${UPLOAD}${HOST}Transfer-Encoding: chunked\r\n\r\n5\r\n12`,
    ];
    const stopped = beginnings.map((beginning) => stopAfter(origin, beginning, BODY_TIMEOUT));
    const dripping = connected(origin, async (connection) => {
      connection.send(beginnings[0] ?? '');
      await drip(connection, '1', 3);
      return secondsUntil(connection.closed(), BODY_TIMEOUT + 1);
    });
    for (const seconds of await Promise.all([...stopped, dripping])) expect(seconds).toMatchTimeout(BODY_TIMEOUT);
  });

  test(`a client that does not read is disconnected after ${SEND_TIMEOUT} seconds`, async ({ stack }) => {
    const since = logStart();
    const path = `${PROBE}/flood/4/${markName()}`;
    // From inside the network, since the engine's port forwarder would read ahead; with the smallest receive buffer.
    const client = [
      'import signal, socket',
      'client = socket.socket()',
      'client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)',
      'client.connect(("web", 8080))',
      `client.sendall(b"GET ${path} HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n")`,
      `signal.sigtimedwait([signal.SIGTERM], ${SEND_TIMEOUT + 2})`,
    ].join('\n');
    const reading = stack.exec('api', ['python', '-c', client]);
    const line = await accessLineTo(stack, path, since);
    expect(line.duration_seconds).toMatchTimeout(SEND_TIMEOUT);
    expect(line.bytes_sent).toBeLessThan(4_000_000);
    await reading;
  });
});
