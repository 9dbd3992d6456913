import { join } from 'node:path';
import { deployment, expect, test } from '../faults/fault-stack.ts';
import { docker } from '../support/command.ts';
import type { HttpResponse } from '../support/http.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { markName } from '../support/probe.ts';
import { workersOf } from '../support/processes.ts';
import { faultUnderLoad } from './fault-under-load.ts';

const { probe: PROBE } = deployment;

test.use({ stackOptions: { overlays: [join(import.meta.dirname, 'compose.limits.yaml')] } });

/** Wait for a response that was lost with its process. */
async function expectLost(response: Promise<HttpResponse>): Promise<void> {
  const lost = await response;
  expect(lost).toBeProblem(502);
  expect(lost.header('Retry-After')).toBe('5');
}

test('workers that are killed are replaced, and the requests that they processed return 502', async ({
  origin,
  probe,
  send,
  stack,
}) => {
  const workers = await workersOf(stack, 'api');
  const killAll = async () => {
    const name = markName();
    const held = send(`${PROBE}/hold/${name}`);
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    await stack.exec('api', ['sh', '-c', `kill -9 ${workers.join(' ')}`]);
    await expectLost(held);
  };
  await faultUnderLoad('Workers killed', origin, killAll, { mayCut: true });
  expect(await workersOf(stack, 'api')).toHaveLength(workers.length);
});

test('a worker that runs out of memory is replaced, and its request returns 502', async ({ origin, send, stack }) => {
  const workers = await workersOf(stack, 'api');
  const exhaust = () => expectLost(send(`${PROBE}/exhaust-memory`));
  await faultUnderLoad('Worker out of memory', origin, exhaust, { mayCut: true });
  expect(await workersOf(stack, 'api')).toHaveLength(workers.length);
  expect(await workersOf(stack, 'api')).not.toEqual(workers);
});

test('an API container that is killed and comes back at another address is found', async ({ origin, stack }) => {
  const old = await stack.address('api');
  const others: OneOffContainer[] = [];
  try {
    const replace = async () => {
      await docker(['rm', '--force', await stack.container('api')]);
      // Docker assigns addresses in order, so after a few containers the old address is taken.
      do others.push(await OneOffContainer.start(stack, 'migrate', { program: 'sleep', arguments: ['infinity'] }));
      while ((await others.at(-1)?.address()) !== old);
      await stack.start('api');
    };
    expect(await faultUnderLoad('API container replaced', origin, replace, { mayCut: true })).toBeGreaterThan(0);
    expect(await stack.address('api')).not.toBe(old);
  } finally {
    for (const other of others) await other.remove();
  }
});

test('an update of the whole stack cuts no response', async ({ origin, stack }) => {
  const update = () => stack.compose(['up', '--detach', '--wait', '--force-recreate', 'api', 'web']);
  expect(await faultUnderLoad('Update of the Compose stack', origin, update)).toBeGreaterThan(0);
});
