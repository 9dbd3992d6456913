// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../testing/fake-host.mjs';
import { buildImage } from './build.mjs';

/** @import { Reply } from '../../testing/fake-host.mjs' */

const TAG = 'content-42-linux-amd64';
const BAKE_FILE = 'variable "NGINX_IMAGE" {\n  default = "nginx:1.30"\n}\n';
const INSPECT = 'docker image inspect --format {{json .RootFS.Layers}}';
const FAILED = { code: 1 };
const HERE = { out: '["base","ours"]\n' };
const REFUSED = { code: 1, err: 'Error response from daemon: dial tcp 127.0.0.1:5000: connect: connection refused\n' };

/**
 * A machine with an engine that holds the base image, and Nx's word on what the task is made of.
 *
 * @param {Record<string, Reply>} replies
 * @param {NodeJS.ProcessEnv} [env]
 */
function machine(replies, env = {}) {
  return fakeHost({
    files: { 'docker/docker-bake.hcl': BAKE_FILE },
    env: { NX_TASK_HASH: '42', ...env },
    replies: {
      docker: {},
      'docker version': { out: 'linux-amd64\n' },
      'docker compose version': { out: '2.26.1\n' },
      'docker buildx version': { out: 'github.com/docker/buildx 0.13.1\n' },
      [INSPECT]: FAILED,
      [`${INSPECT} nginx:1.30`]: { out: '["base"]\n' },
      ...replies,
    },
  });
}

/** @param {{ran: string[]}} host */
const built = (host) => host.ran.some((command) => command.includes('bake'));

test('builds an image under its content’s tag and its own, and asks no registry that nobody named', async () => {
  let contentTag;
  const host = machine({ 'docker buildx bake': (options) => ((contentTag = options?.env?.['CONTENT_TAG']), {}) });
  await buildImage(host, 'web');
  assert.equal(contentTag, TAG);
  assert.ok(host.ran.includes(`docker tag tandem/web:${TAG} tandem/web:local`));
  assert.ok(!host.ran.some((command) => command.startsWith('docker pull')));
});

test('builds nothing when an image of these inputs is here', async () => {
  const host = machine({ [`${INSPECT} tandem/web:${TAG}`]: HERE }, { TAG: 'mine' });
  await buildImage(host, 'web');
  assert.ok(!built(host));
  assert.ok(host.ran.includes(`docker tag tandem/web:${TAG} tandem/web:mine`));
});

test('builds anew when the base image has moved on under its name', async () => {
  const host = machine({ [`${INSPECT} tandem/web:${TAG}`]: { out: '["older base","ours"]\n' } });
  await buildImage(host, 'web');
  assert.ok(built(host));
});

test('does not need the base image for one that is complete', async () => {
  const host = machine({ [`${INSPECT} tandem/web:${TAG}`]: HERE, [`${INSPECT} nginx:1.30`]: FAILED });
  await buildImage(host, 'web');
  assert.ok(!built(host));
});

test('pulls what somebody has pushed, in the place of building it', async () => {
  let isHere = false;
  const host = machine(
    {
      'docker pull': () => ((isHere = true), {}),
      [`${INSPECT} tandem/web:${TAG}`]: () => (isHere ? HERE : FAILED),
    },
    { TANDEM_IMAGE_REGISTRY: '127.0.0.1:5000/tandem/' },
  );
  await buildImage(host, 'web');
  assert.ok(host.ran.includes(`docker pull --quiet 127.0.0.1:5000/tandem/web:${TAG}`));
  assert.ok(!built(host));
});

test('builds without a word when nobody has pushed it', async () => {
  const absent = {
    code: 1,
    err: `Error response from daemon: manifest for 127.0.0.1:5000/web:${TAG} not found: manifest unknown\n`,
  };
  const host = machine({ 'docker pull': absent }, { TANDEM_IMAGE_REGISTRY: '127.0.0.1:5000' });
  await buildImage(host, 'web');
  assert.ok(built(host));
  assert.deepEqual(host.said, [`web: built, ${TAG}`]);
});

test('says that the registry cannot be reached, and builds', async () => {
  const host = machine({ 'docker pull': REFUSED }, { TANDEM_IMAGE_REGISTRY: '127.0.0.1:5000' });
  await buildImage(host, 'web');
  assert.ok(built(host));
  assert.match(host.said.join(), /The registry 127\.0\.0\.1:5000 cannot be reached: .* The image is built here\./);
});

test('forgets the names of images that are older than the last five', async () => {
  const tags = [1, 2, 3, 4, 5, 6, 7].map((hash) => `content-${hash}-linux-amd64`);
  const host = machine({
    [`${INSPECT} tandem/web:${TAG}`]: HERE,
    'docker image ls': { out: ['local', ...tags].join('\n') },
    'docker image inspect --format {{.Metadata.LastTagTime.UnixNano}} {{.Id}}': {
      out: ['50', '70', '60', '10', '40', '20', '30'].map((time) => `${time}000000000000000000 sha256:x`).join('\n'),
    },
  });
  await buildImage(host, 'web');
  const removed = host.ran.find((command) => command.startsWith('docker image rm'));
  assert.equal(removed, 'docker image rm tandem/web:content-6-linux-amd64 tandem/web:content-4-linux-amd64');
});

/** @type {[string, Record<string, Reply>, RegExp][]} */
const FAILURES = [
  [
    'there is no engine',
    { 'docker version': { code: 127 } },
    /^The image web could not be built\. Container engine: None is installed\.$/,
  ],
  [
    'the engine does not answer',
    { 'docker version': { code: 1, err: 'Cannot connect to the Docker daemon at unix:///x.sock. Is it running?\n' } },
    /Container engine: None answers: Cannot connect/,
  ],
  [
    'the engine has no Buildx',
    {
      'docker version': (options) => ({ out: options?.timeout ? '26.1.5\n' : 'linux-amd64\n' }),
      'docker buildx version': { code: 1, err: "docker: 'buildx' is not a docker command.\n" },
      'docker buildx bake': { code: 1, err: 'unknown flag: --file\n' },
    },
    /Container engine: docker buildx 0\.12 or newer does not answer\.$/,
  ],
  [
    'the disk is full',
    { 'docker buildx bake': { code: 1, err: 'ERROR: failed to solve: write /srv/web: no space left on device\n' } },
    /^The image web could not be built: the disk is full\.$/,
  ],
];

for (const [state, replies, sentence] of FAILURES) {
  test(`says in a sentence that ${state}`, async () => {
    await assert.rejects(buildImage(machine(replies), 'web'), { name: 'Trouble', message: sentence });
  });
}

test('is of no use outside the graph, and says so', async () => {
  await assert.rejects(buildImage(machine({}, { NX_TASK_HASH: '' }), 'web'), { way: 'npx nx run web:docker-build' });
});
