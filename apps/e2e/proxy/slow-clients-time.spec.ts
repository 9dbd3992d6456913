import { setTimeout as pause } from 'node:timers/promises';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { accessLineTo, now } from '../support/access-log.ts';
import { markName } from '../support/probe.ts';
import { connected, type RawConnection } from '../support/raw-http.ts';
import { secondsUntil } from '../support/seconds.ts';
import { expect, test } from '../support/test.ts';

/** Seconds; docker/nginx/conf/http/clients.conf. */
const HEADER_LIMIT = 5;
const BODY_LIMIT = 10;
const READING_LIMIT = 10;
const DRIP_MS = 500;

const { app, probe } = deployment;
const HOST = 'Host: localhost\r\n';
const START = `GET ${app.page} HTTP/1.1\r\n`;
const UPLOAD = `POST ${probe}/body HTTP/1.1\r\n`;

/** Send the beginning of a request and then nothing; returns the seconds until the other side closes, which has a limit. */
function silentAfter(origin: string, beginning: string, limit: number): Promise<number> {
  return connected(origin, async (connection) => {
    connection.send(beginning);
    return secondsUntil(connection.closed(), limit + 1);
  });
}

/** Send a piece now and then, so many times or until the other side closes. */
async function drip(connection: RawConnection, piece: string, times: number): Promise<void> {
  for (let sent = 0; sent < times && !connection.isOver; sent += 1) {
    await pause(DRIP_MS);
    connection.send(piece);
  }
}

row('slow-clients', { needs: ['engine', 'probe'] }, () => {
  test(`a header must be whole within ${HEADER_LIMIT} seconds, whether it stops somewhere or drips in`, async ({
    origin,
  }) => {
    const silent = ['', 'G', START, `${START}${HOST}X-Long: ${'a'.repeat(3000)}`].map((beginning) =>
      silentAfter(origin, beginning, HEADER_LIMIT),
    );
    const dripping = connected(origin, async (connection) => {
      // On a kept connection, time begins with the first byte.
      connection.send(`${START}${HOST}\r\n`);
      expect((await connection.read()).status).toBe(200);
      connection.send(`${START}${HOST}`);
      const closed = secondsUntil(connection.closed(), HEADER_LIMIT + 1);
      const [seconds] = await Promise.all([
        closed,
        drip(connection, 'X-Drip: 1\r\n', ((HEADER_LIMIT + 1) * 1000) / DRIP_MS),
      ]);
      return seconds;
    });
    for (const seconds of await Promise.all([...silent, dripping])) expect(seconds).toBeTheLimit(HEADER_LIMIT);
  });

  test(`a body may pause for ${BODY_LIMIT} seconds, counted from its last byte`, async ({ origin }) => {
    const beginnings = [
      `${UPLOAD}${HOST}Content-Length: 10\r\n\r\n`,
      `${UPLOAD}${HOST}Content-Length: 10\r\n\r\n123`,
      `${UPLOAD}${HOST}Transfer-Encoding: chunked\r\n\r\n5\r\n12`,
    ];
    const paused = beginnings.map((beginning) => silentAfter(origin, beginning, BODY_LIMIT));
    const again = connected(origin, async (connection) => {
      connection.send(beginnings[0] ?? '');
      await drip(connection, '1', 3);
      return secondsUntil(connection.closed(), BODY_LIMIT + 1);
    });
    for (const each of await Promise.all([...paused, again])) expect(each).toBeTheLimit(BODY_LIMIT);
  });

  test(`a client that reads nothing is left after ${READING_LIMIT} seconds`, async ({ stack }) => {
    const since = now();
    const path = `${probe}/flood/4/${markName()}`;
    // From inside, since a forwarder on the way would read ahead; with the least that a kernel keeps.
    const client = [
      'import signal, socket',
      'client = socket.socket()',
      'client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)',
      'client.connect(("web", 8080))',
      `client.sendall(b"GET ${path} HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n")`,
      `signal.sigtimedwait([signal.SIGTERM], ${READING_LIMIT + 2})`,
    ].join('\n');
    const reading = stack.exec('api', ['python', '-c', client]);
    const line = await accessLineTo(stack, path, since);
    expect(line.duration_seconds).toBeTheLimit(READING_LIMIT);
    expect(line.bytes_sent).toBeLessThan(4_000_000);
    await reading;
  });
});
