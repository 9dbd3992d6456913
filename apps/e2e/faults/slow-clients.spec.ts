import { nginxMemory } from '../support/processes.ts';
import { RawConnection } from '../support/raw-http.ts';
import type { Stack } from '../support/stack.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { deployment, expect, REQUEST_TIMEOUT_SECONDS, row, test } from './fault-stack.ts';

const { api, app, probe } = deployment;
const HOST = 'Host: localhost\r\n';
/** More connections than Nginx's default on two processors, and more uploads and readers than the application has threads. */
const CLIENTS = { headers: 1_100, bodies: 100, readers: 100 };
/** Bytes that Nginx may need for all of them; the buffers for one reader are 128 kB. */
const MAX_MEMORY = 40_000_000;
/** What each slow client sends before it stops. */
const BEGINNINGS = [
  ...Array<string>(CLIENTS.headers).fill(`GET ${app.page} HTTP/1.1\r\n${HOST}X-Long: ${'a'.repeat(2_000)}`),
  ...Array<string>(CLIENTS.bodies).fill(
    `POST ${probe}/body HTTP/1.1\r\n${HOST}Content-Length: 1000000\r\n\r\n${'a'.repeat(100_000)}`,
  ),
  ...Array<string>(CLIENTS.readers).fill(`GET ${probe}/sized/1000000 HTTP/1.1\r\n${HOST}\r\n`),
];

async function memoryOf(stack: Stack): Promise<number> {
  return (await nginxMemory(stack, 'RssAnon')).reduce((sum, each) => sum + each, 0);
}

async function slowClient(origin: string, beginning: string): Promise<RawConnection> {
  const connection = await RawConnection.open(origin);
  connection.pause();
  connection.send(beginning);
  return connection;
}

row('slow-clients', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('1,300 slow clients delay no other client and use little memory', async ({ send, stack, origin }) => {
    const before = await memoryOf(stack);
    const slow = await Promise.all(BEGINNINGS.map((beginning) => slowClient(origin, beginning)));
    try {
      expect(slow.filter((connection) => connection.isOver)).toHaveLength(0);
      for (const target of [app.page, api.open, `${probe}/body`, app.page, api.open, `${probe}/body`]) {
        let status = 0;
        const responded = send(target).then((response) => (status = response.status));
        expect(await secondsUntil(responded)).toBeLessThan(REQUEST_TIMEOUT_SECONDS);
        expect(status).toBe(200);
      }
      expect((await memoryOf(stack)) - before).toBeLessThan(MAX_MEMORY);
    } finally {
      for (const connection of slow) connection.close();
    }
  });
});
