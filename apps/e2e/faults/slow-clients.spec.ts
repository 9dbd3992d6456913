import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { ask } from '../support/http.ts';
import { RawConnection } from '../support/raw-http.ts';
import { secondsUntil } from '../support/seconds.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test, TIME_LIMIT } from './fault-stack.ts';

const { api, app, probe } = deployment;
const HOST = 'Host: localhost\r\n';
/** More than Nginx's own default takes on two processors, and more than the application has threads. */
const SLOW = { headers: 1_100, bodies: 100, readers: 100 };
/** Bytes that Nginx may need for all of them; its buffers for one reader are an eighth of a megabyte. */
const MEMORY = 40_000_000;
/** What a slow client sends before it falls silent. */
const BEGINNINGS = [
  ...Array<string>(SLOW.headers).fill(`GET ${app.page} HTTP/1.1\r\n${HOST}X-Long: ${'a'.repeat(2_000)}`),
  ...Array<string>(SLOW.bodies).fill(
    `POST ${probe}/body HTTP/1.1\r\n${HOST}Content-Length: 1000000\r\n\r\n${'a'.repeat(100_000)}`,
  ),
  ...Array<string>(SLOW.readers).fill(`GET ${probe}/json/1000000 HTTP/1.1\r\n${HOST}\r\n`),
];

/** Bytes that the processes of Nginx hold for themselves alone. https://docs.kernel.org/filesystems/proc.html */
async function memoryOf(stack: Stack): Promise<number> {
  const statuses = await stack.exec('web', ['sh', '-c', 'cat /proc/[0-9]*/status 2>/dev/null; true']);
  const processes = statuses.split(/^(?=Name:)/m).filter((status) => status.startsWith('Name:\tnginx\n'));
  const kilobytes = processes.map((status) => Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]));
  return 1024 * kilobytes.reduce((sum, each) => sum + each, 0);
}

async function slowClient(origin: string, beginning: string): Promise<RawConnection> {
  const connection = await RawConnection.open(origin);
  connection.pause();
  connection.send(beginning);
  return connection;
}

row('slow-clients', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('more than a thousand of all three kinds hold up nobody else, and take little memory', async ({
    origin,
    stack,
  }) => {
    const before = await memoryOf(stack);
    const slow = await Promise.all(BEGINNINGS.map((beginning) => slowClient(origin, beginning)));
    try {
      expect(slow.filter((connection) => connection.isOver)).toHaveLength(0);
      for (const target of [app.page, api.open, `${probe}/body`, app.page, api.open, `${probe}/body`]) {
        let status = 0;
        const answered = ask(origin, target).then((answer) => (status = answer.status));
        expect(await secondsUntil(answered)).toBeLessThan(TIME_LIMIT);
        expect(status).toBe(200);
      }
      expect((await memoryOf(stack)) - before).toBeLessThan(MEMORY);
    } finally {
      for (const connection of slow) connection.close();
    }
  });
});
