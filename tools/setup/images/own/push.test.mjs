// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../testing/fake-host.mjs';
import { pushImages } from './push.mjs';

/** @import { Reply } from '../../testing/fake-host.mjs' */

const REGISTRY = '127.0.0.1:5000/tandem';
/** However many images a product has. */
const BOTH = ['web', 'api'];
const TAGS = 'docker image inspect --format {{json .RepoTags}}';

/**
 * A machine where both images were built, the second of two inputs.
 *
 * @param {Record<string, Reply>} replies
 * @param {NodeJS.ProcessEnv} [env]
 */
function machine(replies = {}, env = { TANDEM_IMAGE_REGISTRY: REGISTRY }) {
  return fakeHost({
    files: { 'package.json': '{"version":"1.2.3"}' },
    env,
    replies: {
      docker: {},
      [`${TAGS} tandem/web:local`]: {
        out: '["tandem/web:content-1-linux-amd64","tandem/web:local","other/web:content-9-linux-amd64"]',
      },
      [`${TAGS} tandem/api:local`]: { out: '["tandem/api:content-2-linux-amd64","tandem/api:content-3-linux-amd64"]' },
      ...replies,
    },
  });
}

/** @param {{ran: string[]}} host */
const pushed = (host) => host.ran.flatMap((command) => command.match(/^docker push --quiet \S+\/(\S+)/)?.[1] ?? []);

test('pushes the contents of both images before any version', async () => {
  const host = machine();
  await pushImages(host, BOTH);
  assert.deepEqual(pushed(host), [
    'web:content-1-linux-amd64',
    'api:content-2-linux-amd64',
    'api:content-3-linux-amd64',
    'web:1.2.3',
    'api:1.2.3',
  ]);
});

test('names the version that the environment gives', async () => {
  const host = machine({}, { TANDEM_IMAGE_REGISTRY: REGISTRY, VERSION: '2.0.0' });
  await pushImages(host, BOTH);
  assert.deepEqual(pushed(host).slice(-2), ['web:2.0.0', 'api:2.0.0']);
});

test('leaves no name of the registry behind on this machine', async () => {
  const host = machine();
  await pushImages(host, BOTH);
  const named = host.ran.flatMap((command) => command.match(/^docker tag \S+ (\S+)/)?.[1] ?? []);
  assert.deepEqual(
    host.ran.flatMap((command) => command.match(/^docker image rm (\S+)/)?.[1] ?? []),
    named,
  );
});

test('moves no version when the content of one image does not arrive', async () => {
  const host = machine({
    [`docker push --quiet ${REGISTRY}/api:content-3-linux-amd64`]: {
      code: 1,
      err: 'received unexpected HTTP status: 500\n',
    },
  });
  await assert.rejects(pushImages(host, BOTH), /did not answer properly: received unexpected HTTP status: 500$/);
  assert.ok(!pushed(host).some((name) => name.endsWith(':1.2.3')));
});

/** @type {[string, string, RegExp][]} */
const FAILURES = [
  [
    'cannot be reached',
    'Get "http://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused',
    /^The registry 127\.0\.0\.1:5000\/tandem cannot be reached/,
  ],
  [
    'is read-only',
    'unknown: Method not allowed',
    /^The registry \S+ is read-only for us: unknown: Method not allowed$/,
  ],
  [
    'wants somebody else',
    'denied: requested access to the resource is denied',
    /^The registry \S+ is read-only for us/,
  ],
  ['has a full disk', 'write /var/lib/registry: no space left on device', /^The disk is full\.$/],
];

for (const [state, err, sentence] of FAILURES) {
  test(`says in a sentence that the registry ${state}`, async () => {
    await assert.rejects(pushImages(machine({ 'docker push': { code: 1, err: `${err}\n` } }), BOTH), {
      message: sentence,
    });
  });
}

test('says that no image has been built', async () => {
  const missing = { code: 1, err: 'Error response from daemon: No such image: tandem/web:local\n' };
  const host = machine({
    [`${TAGS} tandem/web:local`]: missing,
    'docker version': { out: '26.1.5\n' },
    'docker compose version': { out: '2.26.1\n' },
    'docker buildx version': { out: 'github.com/docker/buildx 0.13.1\n' },
  });
  await assert.rejects(pushImages(host, BOTH), /could not be read: Error response from daemon: No such image/);
});

test('asks for a registry when none is named', async () => {
  await assert.rejects(pushImages(machine({}, {}), BOTH), { way: /TANDEM_IMAGE_REGISTRY/ });
});
