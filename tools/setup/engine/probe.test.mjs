// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { askEngine } from './probe.mjs';

const BUILDX = 'github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3\n';

/** @param {Record<string, import('../testing/fake-host.mjs').Reply>} replies */
const ask = (replies) =>
  askEngine(
    fakeHost({
      replies: {
        'docker version': { out: '26.1.5+dfsg1\n' },
        'docker compose version': { out: '2.26.1-4\n' },
        'docker buildx version': { out: BUILDX },
        ...replies,
      },
    }),
  );

test('names the versions of an engine that is ready', async () => {
  assert.deepEqual(await ask({}), { kind: 'ready', says: '26.1.5, Compose 2.26.1, Buildx 0.13.1' });
});

test('tells an engine that is not installed from one that does not answer', async () => {
  assert.deepEqual(await askEngine(fakeHost()), { kind: 'absent' });
  const err = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n';
  assert.deepEqual(await ask({ 'docker version': { code: 1, err } }), { kind: 'silent', said: err.trim() });
});

test('tells an engine that this person may not use', async () => {
  const err =
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: ' +
    'Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.45/version": dial unix /var/run/docker.sock: connect: permission denied\n';
  assert.deepEqual(await ask({ 'docker version': { code: 1, err } }), { kind: 'denied' });
});

test('refuses an engine that is too old', async () => {
  assert.deepEqual(await ask({ 'docker version': { out: '20.10.24+dfsg1\n' } }), {
    kind: 'old',
    version: '20.10.24',
  });
});

test('asks the plugins themselves, whatever is installed', async () => {
  const missing = { code: 1, err: "docker: 'compose' is not a docker command.\n" };
  assert.deepEqual(
    await ask({
      'docker compose version': missing,
      'docker buildx version': { out: BUILDX.replaceAll('0.13.1', '0.10.4') },
    }),
    {
      kind: 'lacks-plugins',
      plugins: ['compose', 'buildx'],
    },
  );
});
