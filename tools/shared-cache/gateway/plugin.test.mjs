// @ts-check
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { preTasksExecution } from './plugin.mjs';
import { as, sharedCache, tokens } from '../testing/servers.mjs';

const SERVER = 'NX_SELF_HOSTED_REMOTE_CACHE_SERVER';
const TOKEN = 'NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN';

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name === SERVER || name === TOKEN || /_proxy$/i.test(name)) delete process.env[name];
  }
});

test('leaves a run without a shared cache as it is', async () => {
  await preTasksExecution();
  assert.equal(process.env[SERVER], undefined);
});

test("puts a gateway between Nx and the server, with the run's own token", async (context) => {
  const { address } = await sharedCache(context);
  await fetch(`${address}/v1/cache/1`, as(tokens.write, 'no archive'));
  process.env[SERVER] = `${address}/`;
  process.env[TOKEN] = tokens.read;
  await preTasksExecution();
  const gateway = process.env[SERVER];
  assert.notEqual(gateway, `${address}/`);
  assert.equal((await fetch(`${gateway}/v1/cache/1`)).status, 404, 'the damaged entry came through');

  // Nx's daemon keeps what a run has set.
  await preTasksExecution();
  assert.equal(process.env[SERVER], gateway);

  process.env[SERVER] = `${address}/`;
  await preTasksExecution();
  assert.equal(process.env[SERVER], gateway);

  process.env[SERVER] = `${address}/`;
  process.env[TOKEN] = tokens.write;
  await preTasksExecution();
  assert.notEqual(process.env[SERVER], gateway);
});

test('leaves Nx to a proxy that Node does not know', async () => {
  process.env[SERVER] = 'https://cache.example';
  process.env['HTTPS_PROXY'] = 'http://proxy.example';
  await preTasksExecution();
  assert.equal(process.env[SERVER], 'https://cache.example');
});
