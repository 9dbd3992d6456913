import { connect, type Socket } from 'node:net';
import { expect, test } from '../faults/fault-stack.ts';
import { nginxMemory } from '../support/processes.ts';
import { faultUnderLoad } from './fault-under-load.ts';

/** More than Nginx's worker_connections on two processors. */
const CONNECTIONS = 9_000;
/** Bytes that Nginx may need for all of them: about 8 kB each. */
const MAX_MEMORY = CONNECTIONS * 12_000;

/** Connections that send half a request. Each is opened again when Nginx closes it, until the flood ends. */
class Flood {
  opened = 0;
  private isOver = false;
  private readonly sockets = new Set<Socket>();

  constructor(host: string) {
    for (let count = 0; count < CONNECTIONS; count += 1) this.open(host);
  }

  end(): void {
    this.isOver = true;
    for (const socket of this.sockets) socket.destroy();
  }

  private open(host: string): void {
    const socket = connect(8080, host, () => {
      this.opened += 1;
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
    });
    this.sockets.add(socket);
    socket.resume().on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      if (!this.isOver) this.open(host);
    });
  }
}

test('a flood of connections ends with itself, and costs Nginx little memory', async ({ origin, stack }) => {
  const memory = async () => (await nginxMemory(stack, 'RssAnon')).reduce((sum, each) => sum + each, 0);
  const before = await memory();
  const address = await stack.address('web');
  await faultUnderLoad(
    `Flood of ${CONNECTIONS} connections`,
    origin,
    async () => {
      const flood = new Flood(address);
      try {
        // Wait until Nginx has closed the first connections and accepted the next ones.
        await expect.poll(() => flood.opened, { timeout: 60_000 }).toBeGreaterThan(2 * CONNECTIONS);
        expect((await memory()) - before).toBeLessThan(MAX_MEMORY);
      } finally {
        flood.end();
      }
    },
    // Nginx closes kept-alive connections when it has no others left.
    { mayCut: true },
  );
});
