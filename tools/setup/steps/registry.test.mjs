// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { REGISTRY, registry } from './registry.mjs';

const APT = { '/usr/bin/apt-get': '' };
const ARCHIVE = 'docker-registry_2.8.2_amd64.deb';

test('finds the registry that runs', async () => {
  const replies = { [`/clone/${REGISTRY}`]: { out: 'docker-registry github.com/docker/distribution 2.8.2\n' } };
  assert.deepEqual(await registry.look(fakeHost({ replies })), { ok: true, says: '2.8.2' });
});

test('unpacks Debian’s package and installs nothing', async () => {
  const host = fakeHost({ files: { ...APT }, replies: { 'dpkg-deb': {} } });
  const run = host.run;
  host.run = async (program, args, options) => {
    if (program !== 'apt-get') return run(program, args, options);
    host.write(`.local/registry/${ARCHIVE}`, '');
    host.ran.push([program, ...args].join(' '));
    return { code: 0, out: '', err: '' };
  };
  await registry.mend?.(host);
  assert.deepEqual(host.ran, ['apt-get -q download docker-registry', `dpkg-deb --extract ${ARCHIVE} .`]);
});

test('reads the lists of packages when there are none, and says what apt said in the end', async () => {
  const absent = { code: 100, err: 'E: Unable to locate package docker-registry\n' };
  const host = fakeHost({ files: { ...APT }, replies: { 'apt-get -q download': absent, 'apt-get -q update': {} } });
  await assert.rejects(async () => registry.mend?.(host), {
    message: 'docker-registry could not be downloaded: E: Unable to locate package docker-registry',
  });
  assert.deepEqual(
    host.ran.map((command) => command.split(' ')[2]),
    ['download', 'update', 'download'],
  );
});

test('says where to put one on a system without apt', async () => {
  const found = await registry.look(fakeHost());
  assert.match(found.ok ? '' : found.way, /distribution and put it at \.local\/registry/);
});
