// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Relaunch } from '../host/relaunch.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { containerEngine } from './container-engine.mjs';

const BOOKWORM = 'PRETTY_NAME="Debian 12"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n';
const APT = 'Types: deb\nURIs: http://mirror.test/debian\nSuites: bookworm\nComponents: main\n';
const SYSTEM = { '/etc/os-release': BOOKWORM, '/etc/apt/sources.list.d/debian.sources': APT };
const DENIED = { code: 1, err: 'permission denied while trying to connect to the Docker daemon socket\n' };

/** @param {ReturnType<typeof fakeHost>} host */
const mend = async (host) => containerEngine.mend?.(host);

test('installs an engine where there is none, having said every package and the added source', async () => {
  const host = fakeHost({ files: { ...SYSTEM }, replies: { env: {}, tee: {} } });
  await mend(host);
  const said = host.said.join('\n');
  assert.match(said, /an apt source for trixie is added \(\/etc\/apt\/sources\.list\.d\/container-engine\.sources\)/);
  assert.match(
    said,
    /docker\.io\/trixie containerd\/trixie docker-cli\/trixie docker-buildx\/trixie docker-compose\/trixie iptables/,
  );
  const order = host.ran.filter((command) => /^(tee|env)/.test(command)).map((command) => command.replace(/.* /, ''));
  assert.deepEqual(order, [
    '/etc/apt/preferences.d/container-engine',
    '/etc/apt/sources.list.d/container-engine.sources',
    'update',
    'iptables',
  ]);
});

test('adds no source when the person says no', async () => {
  const host = fakeHost({ files: { ...SYSTEM }, mayAsk: true, answer: false, replies: { env: {}, tee: {} } });
  await assert.rejects(mend(host), /Nothing was installed/);
  assert.deepEqual(
    host.ran.filter((command) => /^(tee|env)/.test(command)),
    [],
  );
});

test('starts an engine that is installed and does not answer, and installs nothing', async () => {
  let asked = 0;
  const version = () => (++asked > 2 ? { out: '26.1.5\n' } : { code: 1, err: 'Cannot connect to the Docker daemon\n' });
  const files = { ...SYSTEM, '/usr/sbin/dockerd': '', '/proc/5/comm': 'dockerd' };
  const host = fakeHost({ files, replies: { 'docker version': version, sh: { out: '5\n' } } });
  await mend(host);
  assert.ok(host.ran.some((command) => command.startsWith('sh -c setsid')));
  assert.ok(!host.ran.some((command) => command.includes('apt-get')));
});

test('installs no engine beside one that the environment chose', async () => {
  const host = fakeHost({
    files: { ...SYSTEM },
    env: { DOCKER_HOST: 'tcp://build.test:2375' },
    replies: {
      'docker version': { code: 1, err: 'Cannot connect to the Docker daemon at tcp://build.test:2375.\n' },
    },
  });
  await assert.rejects(mend(host), {
    way: 'The engine at tcp://build.test:2375 was asked, as the environment says.',
  });
});

test('supplies only the plugins that an engine of the distribution lacks', async () => {
  const host = fakeHost({
    files: { ...SYSTEM },
    replies: {
      'docker version': { out: '26.1.5\n' },
      'docker buildx version': { out: 'github.com/docker/buildx 0.13.1\n' },
      dpkg: {},
      'dpkg-query': {},
      env: {},
      tee: {},
    },
  });
  await mend(host);
  assert.match(
    host.ran.find((command) => command.includes('--no-install-recommends')) ?? '',
    /recommends docker-compose\/trixie$/,
  );
});

test('leaves the packages of another vendor’s engine to the person', async () => {
  const host = fakeHost({ files: { ...SYSTEM }, replies: { 'docker version': { out: '28.0.1\n' } } });
  await mend(host);
  assert.ok(!host.ran.some((command) => command.includes('apt-get')));
  const found = await containerEngine.look(host);
  assert.match(found.ok ? '' : found.lacks, /docker compose 2\.26 and buildx 0\.12 or newer does not answer/);
});

test('starts over as a member of the group when only the session is older than the membership', async () => {
  const user = { isRoot: false, name: 'ada' };
  const files = { ...SYSTEM, '/etc/group': 'root:x:0:\ndocker:x:998:bob,ada\n' };
  const replies = { 'docker version': DENIED };
  await assert.rejects(mend(fakeHost({ user, files, replies })), Relaunch);
  const stranger = fakeHost({ user: { isRoot: false, name: 'eve' }, files, replies });
  await mend(stranger);
  const found = await containerEngine.look(stranger);
  assert.equal(found.ok ? '' : found.way, 'Run `sudo usermod -aG docker eve`, sign out and in again.');
});
