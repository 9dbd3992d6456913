import { send } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

/** More than any plausible `max_fails`. */
const REQUESTS = 30;
const LAST = 10;

// Two addresses under one name, which Nginx uses in turn. One of them closes every connection without a response.
row('reload-under-load', { needs: ['engine'] }, () => {
  let failing: OneOffContainer;

  const put = (origin: string, query = '') =>
    send(origin, `${deployment.api.open}${query}`, { method: 'PUT', body: '{}' });
  const receivedBy = async () => (await failing.output('stdout')).match(/^PUT \S+(?<!\?hold) /gm)?.length ?? 0;

  test.beforeAll(async ({ origin, stack }) => {
    const program = { program: 'python', arguments: ['-m', 'probe.failing_application'] };
    failing = await OneOffContainer.start(stack, 'api', { ...program, hasServiceName: true });
    await expect.poll(() => failing.output('stdout')).toBe('listening\n');
    // Wait until Nginx has resolved the second address.
    const received = async () => {
      await put(origin);
      return receivedBy();
    };
    await expect.poll(received, { timeout: RESOLVER_TIMEOUT_MS }).toBeGreaterThan(0);
  });

  test.afterAll(async ({ origin }) => {
    await failing.remove();
    // Wait until Nginx no longer uses the second address.
    const statuses = async () => {
      const responses = Array.from({ length: REQUESTS }, () => send(origin, deployment.api.open));
      return (await Promise.all(responses)).map(({ status }) => status);
    };
    await expect.poll(statuses, { timeout: RESOLVER_TIMEOUT_MS }).toEqual(new Array(REQUESTS).fill(200));
  });

  test('a request that one replica received and did not answer is not sent to another one', async ({ origin }) => {
    const before = await receivedBy();
    const statuses: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) statuses.push((await put(origin)).status);
    const failed = statuses.filter((status) => status === 502).length;
    await expect.poll(async () => (await receivedBy()) - before).toBe(failed);
    // A failing replica stays in use; otherwise a few slow views would disable all replicas.
    expect(statuses.slice(-LAST).filter((status) => status === 502).length).toBeGreaterThan(LAST / 4);
  });

  test('a request that one replica does not answer in time is not sent to another one', async ({ origin }) => {
    const responses = await Promise.all(Array.from({ length: 4 }, () => put(origin, '?hold')));
    expect(responses.filter(({ status }) => status === 504)).toHaveLength(responses.length / 2);
    const held = async () => (await failing.output('stdout')).match(/^PUT \S+\?hold /gm)?.length;
    await expect.poll(held).toBe(responses.length / 2);
  });
});
