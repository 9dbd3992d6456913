import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { ask } from '../support/http.ts';
import { OneOff } from '../support/one-off.ts';
import { expect, RESOLVER_TIME, test } from './fault-stack.ts';

/** Enough to be more than any number of failures that would be pardoned. */
const REQUESTS = 30;
/** So many of the last are looked at. */
const LAST = 10;

// Two addresses under one name: Nginx asks them in turn.
row('reload-under-load', { needs: ['engine'] }, () => {
  let dying: OneOff;

  const put = (origin: string) => ask(origin, deployment.api.open, { method: 'PUT', body: '{}' });
  const taken = async () => (await dying.output('stdout')).match(/^PUT \S+(?<!\?hold) /gm)?.length ?? 0;

  test.beforeAll(async ({ origin, stack }) => {
    const program = { program: 'python', arguments: ['-m', 'probe.dying_application'] };
    dying = await OneOff.start(stack, 'api', { ...program, isNamed: true });
    await expect.poll(() => dying.output('stdout')).toBe('listening\n');
    // Until Nginx has asked for the name again, it knows of one.
    await expect.poll(async () => (await put(origin), await taken()), { timeout: RESOLVER_TIME }).toBeGreaterThan(0);
  });

  test.afterAll(async ({ origin }) => {
    await dying.remove();
    // Until Nginx has asked for the name again, each second request goes where nobody is.
    const statuses = async () => {
      const answers = Array.from({ length: REQUESTS }, () => ask(origin, deployment.api.open));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    await expect.poll(statuses, { timeout: RESOLVER_TIME }).toEqual(new Array(REQUESTS).fill(200));
  });

  test('a request that one replica took and did not answer is sent to no other; both go on being asked', async ({
    origin,
  }) => {
    const before = await taken();
    const statuses: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) statuses.push((await put(origin)).status);
    const lost = statuses.filter((status) => status === 502).length;
    await expect.poll(async () => (await taken()) - before).toBe(lost);
    // In turn: one that failed is not left out, or a few slow views would take all of them away.
    const inTurn = statuses.slice(-LAST);
    expect(inTurn.filter((status) => status === 502).length).toBeGreaterThan(LAST / 4);
  });

  test('nor is one that it took and does not answer in time', async ({ ask }) => {
    const hold = () => ask(`${deployment.api.open}?hold`, { method: 'PUT', body: '{}' });
    const answers = await Promise.all(Array.from({ length: 4 }, hold));
    expect(answers.filter(({ status }) => status === 504)).toHaveLength(answers.length / 2);
    const held = async () => (await dying.output('stdout')).match(/^PUT \S+\?hold /gm)?.length;
    await expect.poll(held).toBe(answers.length / 2);
  });
});
