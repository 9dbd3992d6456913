import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { runLinter } from './kubernetes.ts';
import { BASE, servicesOf } from './services.ts';

interface SwarmService {
  environment: Record<string, string>;
  stop_grace_period: string;
  volumes: { type: string; target: string; tmpfs?: { size: number } }[];
}

/** Have no default in a cluster. */
const OWN = {
  APP_IMAGES: 'images',
  APP_TAG: '1',
  APP_PUBLIC_URL: 'https://app.example',
  APP_TRUSTED_PROXIES: '10.0.0.9',
};
/** Seconds in which a task leaves the balancing before its program stops. */
const DRAIN_SECONDS = 5;

const postgres = join(import.meta.dirname, 'compose.postgres.yaml');
const compose = servicesOf([BASE, postgres], OWN);
const args = ['stack', 'config', '--compose-file', join(import.meta.dirname, '../swarm/stack.yaml')];
const { PATH = '', HOME = '' } = process.env;
const yaml = execFileSync('docker', args, { encoding: 'utf8', env: { PATH, HOME, ...OWN } });
const toJson = 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)';
const { services: swarm } = JSON.parse(runLinter('python', ['-c', toJson], yaml)) as {
  services: Record<string, SwarmService>;
};

test('every service of Compose is in the Swarm stack, with the same variables and defaults', () => {
  assert.deepEqual(Object.keys(swarm).sort(), compose.map(([name]) => name).sort());
  for (const [name, { environment = {} }] of compose) {
    assert.deepEqual(swarm[name]?.environment, environment, name);
  }
});

test('every Swarm service can write where its Compose service can, except to the folder of SQLite', () => {
  for (const [name, { shm_size, tmpfs = [], volumes = [] }] of compose) {
    const found = swarm[name]?.volumes.map(({ target, tmpfs }) => (tmpfs ? `${target} ${String(tmpfs.size)}` : target));
    const bytes = (size: string) => String(Number(size) * 1024 * 1024);
    const inMemory = tmpfs.map((mount) =>
      mount.replace(/:.*\bsize=(\d+)m.*/, (_text, size: string) => ` ${bytes(size)}`),
    );
    const onDisk = volumes.map(({ target }) => target).filter((target) => target !== '/data');
    assert.deepEqual(
      found?.sort(),
      [...inMemory, ...onDisk, ...(shm_size ? [`/dev/shm ${shm_size}`] : [])].sort(),
      name,
    );
  }
});

test("every server has its Compose service's time to stop, after the time to leave the balancing", () => {
  for (const [name, { stop_grace_period: period = '' }] of compose.filter(([name]) => ['api', 'web'].includes(name))) {
    assert.equal(swarm[name]?.stop_grace_period, `${String(Number.parseInt(period) + DRAIN_SECONDS)}s`, name);
  }
});
