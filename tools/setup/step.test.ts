import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from './shell.ts';
import { setUp, type Step } from './step.ts';

/** A step that is missing until `fix` ran. */
function step(id: string, fix: () => Promise<void> = () => Promise.resolve()): Step {
  let isFixed = false;
  return {
    id,
    title: id,
    check: () => Promise.resolve({ ok: isFixed, message: isFixed ? 'there' : `${id} is missing` }),
    fix: async () => {
      await fix();
      isFixed = true;
    },
  };
}

test('chains of steps run at the same time, and the steps of a chain in order', async () => {
  const order: string[] = [];
  const log = (id: string) => () => Promise.resolve(void order.push(id));
  const engineStarted = Promise.withResolvers<undefined>();
  const engine = step('engine', async () => {
    await log('engine')();
    engineStarted.resolve(undefined);
  });
  const python = step('python', () => engineStarted.promise.then(log('python')));
  await setUp([[python, step('packages', log('packages'))], [engine]], { mayAsk: false });
  assert.deepEqual(order, ['engine', 'python', 'packages']);
});

test('a failure stops its chain and is reported after the other chain has ended', async () => {
  const order: string[] = [];
  const log = (id: string) => () => Promise.resolve(void order.push(id));
  const failed = Promise.withResolvers<undefined>();
  const broken = step('broken', () => {
    failed.resolve(undefined);
    return Promise.reject(new UserError('pip install failed'));
  });
  const other = step('other', () => failed.promise.then(log('other')));
  const chains = [[broken, step('after', log('after'))], [other]];
  await assert.rejects(setUp(chains, { mayAsk: false }), new UserError('pip install failed'));
  assert.deepEqual(order, ['other']);
});
