import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { markName } from '../support/probe.ts';
import { connected, RawConnection } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { nginxMemory, spoolFiles } from '../support/spool.ts';
import { expect, test } from '../support/test.ts';

const { api, limits, probe: PROBE } = deployment;

/** More uploads than any application of this size has threads. */
const UPLOADS = 40;
const MEGABYTE = 1024 * 1024;
/** What Nginx may not have written to the file yet: its buffer, and those of the sockets. */
const ON_THE_WAY = MEGABYTE / 4;

/** The header of an upload of that many bytes. */
function uploadText(origin: string, target: string, length: number): string {
  const headers = [`Content-Length: ${length}`, 'Content-Type: application/octet-stream'];
  return requestText(origin, { method: 'POST', target, headers });
}

row('upload-spool', { needs: ['probe', 'writing'] }, () => {
  test('an upload reaches the application only when it is whole', async ({ origin, probe }) => {
    const name = markName();
    await connected(origin, async (connection) => {
      connection.send(uploadText(origin, `${PROBE}/marks/${name}`, 200_000));
      connection.send('x'.repeat(199_999));
      // What was asked later is answered, so that this one would have been begun.
      for (let later = 0; later < 3; later++) await probe.echo();
      expect(await probe.hasMark(name)).toBe(false);
      connection.send('x');
      expect((await connection.read()).status).toBe(200);
    });
    expect(await probe.hasMark(name)).toBe(true);
  });

  test('forty slow uploads hold no thread of the application', async ({ origin, ask }) => {
    const uploads = await Promise.all(Array.from({ length: UPLOADS }, () => RawConnection.open(origin)));
    try {
      for (const upload of uploads) {
        upload.send(uploadText(origin, `${PROBE}/body`, 2));
        upload.send('x');
      }
      const others = await Promise.all(Array.from({ length: 10 }, () => ask(api.open)));
      expect(others.map(({ status }) => status)).toEqual(Array(10).fill(200));
      for (const upload of uploads) upload.send('y');
      for (const upload of uploads) expect((await upload.read()).json()).toMatchObject({ length: 2 });
    } finally {
      for (const upload of uploads) upload.close();
    }
  });
});

row('upload-spool', { needs: ['probe', 'writing', 'engine'] }, () => {
  test("an upload on its way is in a file on disk, and not in the proxy's memory", async ({ origin, stack }) => {
    const before = await nginxMemory(stack);
    const length = limits.bodyBytes - 1234;
    await connected(origin, async (connection) => {
      connection.send(uploadText(origin, `${PROBE}/body`, length));
      connection.send(Buffer.alloc(length - 1));
      const file = async () => (await spoolFiles(stack)).find(({ bytes }) => bytes > length - ON_THE_WAY);
      await expect.poll(async () => (await file())?.path).toMatch(/^\/var\/cache\/nginx\/client_body\/\d+/);
      expect((await file())?.fileSystem).not.toMatch(/tmpfs|ramfs/);
      expect(await nginxMemory(stack)).toBeLessThan(before + length / 2);
      connection.send('x');
      expect((await connection.read()).json()).toMatchObject({ length });
    });
  });

  test('an answer that nobody reads waits in a file on disk, too', async ({ origin, stack, probe }) => {
    const name = markName();
    const before = await nginxMemory(stack);
    await connected(origin, async (connection) => {
      connection.pause();
      connection.send(requestText(origin, { target: `${PROBE}/flood/64/${name}` }));
      await expect.poll(() => probe.hasMark(name)).toBe(true);
      const largest = (await spoolFiles(stack))
        .sort((a, b) => b.bytes - a.bytes)
        .find(({ path }) => path.includes('/proxy/'));
      expect(largest?.path).toMatch(/^\/var\/cache\/nginx\/proxy\/\d+/);
      expect(largest?.bytes).toBeGreaterThan(32 * MEGABYTE);
      expect(await nginxMemory(stack)).toBeLessThan(before + 16 * MEGABYTE);
    });
  });
});
