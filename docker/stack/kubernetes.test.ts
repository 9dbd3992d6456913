import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { OVERLAYS, render, runLinter, validate } from './kubernetes.ts';
import { BASE, servicesOf } from './services.ts';

interface Volume {
  name: string;
  emptyDir?: { medium?: string; sizeLimit: string };
}

interface Container {
  args?: string[];
  env?: { name: string; value?: string }[];
  envFrom: { configMapRef: { name: string } }[];
  lifecycle?: { preStop: { sleep: { seconds: number } } };
  volumeMounts: { name: string; mountPath: string }[];
}

interface Manifest {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  spec?: {
    template?: { spec: { containers: [Container]; volumes: Volume[]; terminationGracePeriodSeconds?: number } };
  };
}

/** Differ between Compose, a cluster, and every installation. */
const OWN_VALUES = ['APP_API_UPSTREAM', 'APP_PUBLIC_URL', 'APP_TRUSTED_PROXIES', 'DATABASE_URL'];

const services = Object.fromEntries(servicesOf([BASE, join(import.meta.dirname, 'compose.postgres.yaml')]));
const toJson = 'import json, sys, yaml; json.dump(list(yaml.safe_load_all(sys.stdin)), sys.stdout)';

/** The Compose service, and the pod of the same name in each overlay with the environment of its container. */
const pods = OVERLAYS.flatMap((overlay) => {
  const manifests = JSON.parse(runLinter('python', ['-c', toJson], render(overlay))) as Manifest[];
  const settings = new Map(manifests.flatMap(({ metadata, data }) => (data ? [[metadata.name, data]] : [])));
  return manifests.flatMap(({ metadata: { name }, spec }) => {
    const pod = spec?.template?.spec;
    if (pod === undefined) return [];
    const [container] = pod.containers;
    const variables = container.env?.map((variable) => [variable.name, variable.value ?? '']) ?? [];
    const environment = Object.assign(
      Object.fromEntries(variables) as Record<string, string>,
      ...container.envFrom.map(({ configMapRef }) => settings.get(configMapRef.name)),
    ) as Record<string, string>;
    return [{ title: `${name} of ${overlay}`, name, service: services[name] ?? {}, pod, container, environment }];
  });
});

/** Replaces values that may differ, so that only the names are compared. */
function comparable(environment: Record<string, string>): Record<string, string> {
  const entries = Object.entries(environment).filter(([name]) => name !== 'NAMESPACE');
  return Object.fromEntries(entries.map(([name, value]) => [name, OWN_VALUES.includes(name) ? 'own' : value]));
}

test('every container of Compose except the database has a pod', () => {
  const names = Object.keys(services).filter((name) => name !== 'db');
  assert.deepEqual(pods.map(({ name }) => name).sort(), [...names, ...names].sort());
});

test('every pod has the variables of its Compose service, with the same defaults', () => {
  for (const { title, name, service, environment } of pods) {
    // The pods of the API's image read the same ConfigMap.
    const all = { ...(name === 'web' ? {} : services['api']?.environment), ...service.environment };
    assert.deepEqual(comparable(environment), comparable(all), title);
  }
});

test('every pod can write where its Compose service can, except to the folder of SQLite', () => {
  for (const { title, service, pod, container } of pods) {
    const found = container.volumeMounts.flatMap(({ name, mountPath }) => {
      const directory = pod.volumes.find((volume) => volume.name === name)?.emptyDir;
      if (directory === undefined) return [];
      return [directory.medium === 'Memory' ? `${mountPath} ${directory.sizeLimit}` : mountPath];
    });
    const inMemory = service.tmpfs?.map((mount) => mount.replace(/:.*\bsize=(\d+)m.*/, ' $1Mi')) ?? [];
    const onDisk = service.volumes?.map(({ target }) => target).filter((path) => path !== '/data') ?? [];
    assert.deepEqual(found.sort(), [...inMemory, ...onDisk].sort(), title);
  }
});

test("every pod has its Compose service's time to stop, after the time to leave the service", () => {
  for (const { title, service, pod, container } of pods) {
    const left = container.lifecycle?.preStop.sleep.seconds ?? 0;
    const seconds = pod.terminationGracePeriodSeconds;
    assert.equal(seconds && `${String(seconds - left)}s`, service.stop_grace_period, title);
  }
});

test("every pod runs its Compose service's command", () => {
  for (const { title, service, container } of pods)
    assert.deepEqual(container.args, service.command ?? undefined, title);
});

const service = (fields: string) => `{ apiVersion: v1, kind: Service, metadata: { name: x }, spec: { ${fields} } }`;

test('the validation accepts the manifest that the next tests break', () => {
  validate(service('ports: [{ port: 80 }]'));
});

for (const [fault, manifest] of [
  ['a misspelled field', service('port: [{ port: 80 }]')],
  ['a wrong type', service('ports: [{ port: eighty }]')],
  ['a missing field', service('ports: [{ name: http }]')],
  ['an unknown kind', service('ports: [{ port: 80 }]').replace('Service', 'Servce')],
  ['a removed version of an API', '{ apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: { name: x } }'],
] as const) {
  test(`the validation rejects ${fault}`, () => {
    assert.throws(() => {
      validate(manifest);
    });
  });
}
