// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { baseImages } from './base-images.mjs';

/** @import { Reply } from '../testing/fake-host.mjs' */

const BAKE = ['NODE', 'PYTHON', 'NGINX']
  .map((name) => `variable "${name}_IMAGE" {\n  default = "${name.toLowerCase()}:1"\n}\n`)
  .join('');
const FILES = {
  'docker/docker-bake.hcl': BAKE,
  'docker/base-images/build.mjs': 'recipe',
  '/usr/sbin/debootstrap': '',
};
const STACK = {
  'docker/stack/project.json': '{"targets":{"up":{"options":{"command":"docker compose -f a.yaml -f b.yaml up"}}}}',
  'a.yaml': 'image: ${APP_IMAGES:-tandem}/web\n',
  'b.yaml': 'image: ${POSTGRES_IMAGE:-postgres:1}\n',
};
const NO_NAME = { code: 1, err: 'dial tcp: lookup registry.test on 10.0.0.53:53: no such host\n' };
const LIMIT = { code: 1, err: 'toomanyrequests: You have reached your pull rate limit.\n' };
const ASKED = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'];
const NAMES = ['node', 'python', 'nginx', 'postgres'];

/** An engine that holds some images and can pull or build others. @param {string[]} images @param {Reply} [pull] */
function engine(images, pull) {
  const held = new Set(images);
  return {
    ...Object.fromEntries(
      [...NAMES.map((name) => `${name}:1`), ...NAMES.map((name) => `s/${name}`), 'my/node'].flatMap((image) => [
        [`docker image inspect --format {{.Id}} ${image}`, () => ({ code: held.has(image) ? 0 : 1 })],
        [`docker pull --quiet ${image}`, pull ?? (() => (held.add(image), {}))],
      ]),
    ),
    // The builder prints the images that it was asked for, among its progress.
    ...Object.fromEntries(
      [ASKED, [...ASKED, 'POSTGRES_IMAGE'], ASKED.slice(1)].map((variables) => [
        `${process.execPath} docker/base-images/build.mjs ${variables.join(' ')}`,
        () => {
          const built = variables.map((variable) => [variable, `s/${variable.replace('_IMAGE', '').toLowerCase()}`]);
          for (const [, image = ''] of built) held.add(image);
          return { out: ['unpacking', ...built.map((pair) => pair.join('='))].join('\n') };
        },
      ]),
    ),
  };
}

/** @param {ReturnType<typeof fakeHost>} host */
const mend = async (host) => baseImages.mend?.(host);

test('asks nobody while the official images are there', async () => {
  const host = fakeHost({ files: { ...FILES }, replies: engine(['node:1', 'python:1', 'nginx:1']) });
  assert.deepEqual(await baseImages.look(host), { ok: true, says: 'node:1, python:1, nginx:1' });
  assert.ok(!host.ran.some((command) => command.includes('pull')));
});

test('pulls only what is missing', async () => {
  const host = fakeHost({ files: { ...FILES }, replies: engine(['node:1', 'nginx:1']) });
  await mend(host);
  assert.deepEqual(
    host.ran.filter((command) => command.includes('pull')),
    ['docker pull --quiet python:1'],
  );
  assert.equal('.env.local' in host.files, false);
});

test('builds stand-ins and chooses them where the registry cannot be reached, and says so', async () => {
  const host = fakeHost({ files: { ...FILES }, replies: engine([], NO_NAME) });
  await mend(host);
  assert.match(host.said.join('\n'), /cannot be reached from here: equivalent images are built from Debian packages/);
  assert.match(host.files['.env.local'] ?? '', /^NODE_IMAGE=s\/node\nPYTHON_IMAGE=s\/python\nNGINX_IMAGE=s\/nginx$/m);
  assert.deepEqual(await baseImages.look(host), {
    ok: true,
    says: 'stand-ins from Debian packages: no container registry can be reached',
    mayRenew: false,
  });
});

test('stops at a rate limit and builds nothing in its place', async () => {
  const host = fakeHost({ files: { ...FILES }, replies: engine([], LIMIT) });
  await assert.rejects(mend(host), /limits how much may be pulled from here just now \(node:1\)/);
  assert.equal('.env.local' in host.files, false);
  assert.ok(!host.ran.some((command) => command.includes('build.mjs')));
});

test('goes back to the official images when the registry can be reached again', async () => {
  const files = { ...FILES, '.env.local': 'MINE=1\n' };
  await mend(fakeHost({ files, replies: engine([], NO_NAME) }));
  assert.match(files['.env.local'], /s\/node/);
  await mend(fakeHost({ files, replies: engine([]) }));
  assert.equal(files['.env.local'], 'MINE=1\n');
});

test('keeps working stand-ins when the registry is back but limits', async () => {
  const files = { ...FILES };
  const held = ['s/node', 's/python', 's/nginx'];
  await mend(fakeHost({ files, replies: engine([], NO_NAME) }));
  const host = fakeHost({ files, replies: engine(held, LIMIT) });
  await mend(host);
  assert.match(host.said.join('\n'), /the stand-ins stay/);
  assert.equal((await baseImages.look(host)).ok, true);
});

test('asks the registry again after a day, and not before', async () => {
  const files = { ...FILES };
  const replies = engine([], NO_NAME);
  await mend(fakeHost({ files, replies }));
  /** @type {Record<string, string>} */
  const later = { ...files };
  const note = JSON.parse(later['.local/stand-ins.json'] ?? '');
  later['.local/stand-ins.json'] = JSON.stringify({ ...note, asked: '2020-01-01' });
  const found = await baseImages.look(fakeHost({ files: later, replies }));
  assert.equal(found.ok && found.mayRenew, true);
});

test('builds the stand-ins again when their recipes change', async () => {
  const files = { ...FILES };
  const replies = engine([], NO_NAME);
  await mend(fakeHost({ files, replies }));
  files['docker/base-images/build.mjs'] = 'another recipe';
  const found = await baseImages.look(fakeHost({ files, replies }));
  assert.equal(found.ok ? '' : found.lacks, 'The recipes of the stand-ins changed.');
});

test('lets the owner’s own image win over both', async () => {
  const files = { ...FILES, '.env.local': 'NODE_IMAGE=my/node\n' };
  const host = fakeHost({ files, replies: engine(['my/node'], NO_NAME) });
  await mend(host);
  assert.match(files['.env.local'], /^NODE_IMAGE=my\/node\n#/);
  assert.doesNotMatch(files['.env.local'], /s\/node/);
  assert.equal((await baseImages.look(host)).ok, true);
});

test('pulls PostgreSQL too where the stack’s tasks run it, and nowhere else', async () => {
  const held = ['node:1', 'python:1', 'nginx:1'];
  const files = { ...FILES, ...STACK };
  const host = fakeHost({ files, replies: engine(held) });
  const found = await baseImages.look(host);
  assert.equal(found.ok ? '' : found.lacks, 'Not here yet: postgres:1.');
  await mend(host);
  assert.equal((await baseImages.look(host)).ok, true);
  files['docker/stack/project.json'] = STACK['docker/stack/project.json'].replace(' -f b.yaml', '');
  assert.equal((await baseImages.look(fakeHost({ files, replies: engine(held) }))).ok, true);
});

test('builds a stand-in for PostgreSQL where the stack’s tasks run it, and chooses it', async () => {
  const host = fakeHost({ files: { ...FILES, ...STACK }, replies: engine([], NO_NAME) });
  await mend(host);
  assert.match(host.files['.env.local'] ?? '', /^NGINX_IMAGE=s\/nginx\nPOSTGRES_IMAGE=s\/postgres$/m);
  assert.equal((await baseImages.look(host)).ok, true);
});

test('builds it for a stack that takes it later', async () => {
  /** @type {Record<string, string>} */
  const files = { ...FILES };
  const replies = engine([], NO_NAME);
  await mend(fakeHost({ files, replies }));
  assert.doesNotMatch(files['.env.local'] ?? '', /POSTGRES/);
  const host = fakeHost({ files: { ...files, ...STACK }, replies });
  assert.equal((await baseImages.look(host)).ok, false);
  await mend(host);
  assert.match(host.files['.env.local'] ?? '', /^POSTGRES_IMAGE=s\/postgres$/m);
});

test('does not ask for an image that the owner has named and nothing runs', async () => {
  const replies = engine(['node:1', 'python:1', 'nginx:1']);
  const host = fakeHost({ files: { ...FILES }, replies, env: { POSTGRES_IMAGE: 'postgres:1' } });
  assert.equal((await baseImages.look(host)).ok, true);
});
