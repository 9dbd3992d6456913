import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { open } from '../support/http.ts';
import { markName } from '../support/probe.ts';
import { expect, test } from '../support/test.ts';

/** More than the kernel's socket buffers on the way take in by themselves. */
const MEGABYTES = 128;

// Marks put the events in order, so that nothing here is a matter of speed.
row('streaming', { needs: ['probe'] }, () => {
  test('a streamed response arrives piece by piece when the view asks for it', async ({ origin, probe }) => {
    const name = markName();
    const { stream } = await open(origin, `${deployment.probe}/stream/${name}`);
    const pieces = stream[Symbol.asyncIterator]();
    const next = async () => String((await pieces.next()).value);
    expect(await next()).toBe('first\n');

    // Only now may the view send more.
    await probe.leaveMark(`${name}-go-on`);
    expect(await next()).toBe('second\n');
  });

  // A buffered answer frees Gunicorn's thread at once: a slow reader costs Nginx some disk, and the API nothing.
  test('a response is buffered when the view does not ask, so that a client that does not read holds no view', async ({
    origin,
    probe,
  }) => {
    const unbuffered = markName();
    const buffered = markName();
    const held = await open(origin, `${deployment.probe}/flood/${MEGABYTES}/${unbuffered}?unbuffered`);
    const spooled = await open(origin, `${deployment.probe}/flood/${MEGABYTES}/${buffered}`);
    // Neither client has read anything of it.
    await expect.poll(() => probe.hasMark(buffered)).toBe(true);
    expect(await probe.hasMark(unbuffered)).toBe(false);
    for (const { stream } of [held, spooled]) stream.destroy();
  });
});
