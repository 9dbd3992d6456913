/** Runs docker/swarm/stack.yaml on three Docker engines behind docker/swarm/haproxy.cfg: updates and failures under load. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { deployment } from '../contract/deployment.ts';
import { Load, NO_LOSSES } from '../faults/load.ts';
import type { CommandError } from '../support/command.ts';
import { saveFigure } from '../support/figures.ts';
import { send } from '../support/http.ts';
import { Probe } from '../support/probe.ts';
import { Cluster } from './cluster.ts';

/** Seconds within which the service must answer again after a node has been killed. */
const RECOVERY_SECONDS = 15;
/** Successful requests after which the load has reached every replica of every service several times. */
const STEADY = 300;

const figures: string[] = [];
let cluster: Cluster;

function report(what: string, result: string): void {
  saveFigure(what, result);
  figures.push(`${what}: ${result}`);
}

/** Repeat a check until it passes. `waitFor` of node:test goes on after its timeout, so a failed test would never end. */
async function eventually(check: () => Promise<void> | void, seconds: number): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await setTimeout(200);
  }
}

/** Wait until the load was served without another outcome for a while. */
function steady(load: Load): Promise<void> {
  const before = load.served;
  return eventually(
    () => assert.ok(load.served - before >= STEADY && load.servedInARow >= STEADY, 'The load is not served.'),
    90,
  );
}

/** Run an action under load, during which no request may fail. */
async function withoutLosses(what: string, action: () => Promise<void>): Promise<void> {
  const load = new Load(cluster.url, { writes: 'rows' });
  try {
    await steady(load);
    await action();
    await steady(load);
  } finally {
    await load.end();
  }
  const losses = await load.stop();
  const failed = load.refused + load.unconnected + losses.failures.length;
  const found = load.acknowledged - losses.missing.length;
  report(what, `${failed} of ${load.served + failed} requests failed, ${found} of ${load.acknowledged} writes found`);
  assert.deepEqual(losses, NO_LOSSES);
  assert.equal(failed, 0);
}

/** The ids of the API's replicas that respond to a number of requests. */
async function replicas(requests = 60): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let request = 0; request < requests; request += 1) {
    const response = await send(cluster.url, `${deployment.probe}/process`);
    assert.equal(response.status, 200);
    ids.add(response.json<{ load_id: string }>().load_id);
  }
  return ids;
}

/** The three tasks of a service. Fails unless all of them are of a release. */
async function runningTasks(service: string, release: string): Promise<{ since: number }[]> {
  const tasks = await cluster.tasks(service, 'running');
  assert.deepEqual(
    tasks.map(({ image }) => image.split(':')[1]),
    [release, release, release],
  );
  return tasks;
}

/** Deploy a release, and wait for these results of the API's and Nginx's updates. */
async function update(release: string, results: string[], environment: Record<string, string> = {}): Promise<void> {
  await cluster.deploy(release, environment);
  await eventually(async () => assert.deepEqual(await cluster.updates(), results), 120);
}

/** Set the number of the API's replicas, and wait until these and no others respond. */
async function scale(count: number): Promise<void> {
  await cluster.docker(['service', 'scale', '--detach', `app_api=${count}`]);
  await eventually(async () => assert.equal((await replicas()).size, count), 60);
}

describe('the stack in a Swarm cluster', () => {
  before(async () => {
    cluster = await Cluster.create();
    await cluster.up();
  });

  after(async () => {
    await cluster.down();
    console.log(figures.join('\n'));
  });

  for (const name of ['APP_IMAGES', 'APP_TAG', 'APP_PUBLIC_URL', 'APP_TRUSTED_PROXIES']) {
    it(`does not start without ${name}`, async () => {
      await assert.rejects(cluster.deploy('first', { [name]: '' }), (error: CommandError) => {
        assert.match(error.output, new RegExp(`required variable ${name} is missing a value: Set it to `));
        return true;
      });
    });
  }

  it('does not start without a secret', async () => {
    await assert.rejects(
      cluster.deploy('first'),
      /secret not found: app_(?:secret_key|database_password|smtp_password|oidc_client_secret)/,
    );
  });

  it('starts, with one migration job for all replicas', async () => {
    await cluster.createSecret('app_secret_key');
    await cluster.createSecret('app_database_password');
    await cluster.createSecret('app_smtp_password');
    await cluster.createSecret('app_oidc_client_secret');
    await cluster.deploy('first');
    assert.equal((await replicas()).size, 3);
  });

  it('sees the address of the client, which the client cannot forge', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Host': 'other.example' };
    const { client_address: address, host } = await new Probe(cluster.url).echo('', { headers });
    assert.ok(![cluster.proxy, '203.0.113.7'].includes(address), address);
    assert.equal(host, new URL(cluster.url).host);
  });

  it('an update migrates first, replaces every task, and fails no request', async () => {
    await withoutLosses('Rolling update', () => update('second', ['completed', 'completed']));
    const [job] = (await cluster.tasks('migrate', 'complete')).filter(({ image }) => image.endsWith(':second'));
    for (const { since } of await runningTasks('api', 'second')) {
      assert.ok(job && since > job.since, 'A replica of the new release was in use before the migration.');
    }
    await runningTasks('web', 'second');
  });

  it('Nginx follows the replicas of the API, and fails no request', async () => {
    await withoutLosses('Replicas added and removed', async () => {
      for (const count of [5, 2, 3]) await scale(count);
    });
  });

  it('a wrong value is rolled back', async () => {
    await update('second', ['rollback_completed', ''], { APP_WORKERS: 'many' });
  });

  it('a release that does not start is rolled back, and fails no request', async () => {
    await withoutLosses('Broken release', () => update('broken', ['rollback_completed', 'rollback_completed']));
    for (const service of ['api', 'web']) await runningTasks(service, 'second');
  });

  it(`answers again within ${RECOVERY_SECONDS} seconds after a node was killed, and keeps every write`, async () => {
    const load = new Load(cluster.url, { writes: 'rows' });
    await steady(load);
    const killed = performance.now();
    // The leader of the cluster.
    await cluster.kill('node-1');
    await eventually(
      async () => assert.match(await cluster.docker(['node', 'ls', '--format', '{{.Status}}']), /Down/),
      60,
    );
    await steady(load);
    const losses = await load.stop();
    const seconds = (load.lastTrouble - killed) / 1000;
    const found = load.acknowledged - losses.missing.length;
    report('Node killed', `${seconds.toFixed(1)} s to recover, ${found} of ${load.acknowledged} writes found`);
    assert.deepEqual([losses.missing, losses.repeated], [[], []]);
    assert.ok(seconds < RECOVERY_SECONDS);
  });
});
