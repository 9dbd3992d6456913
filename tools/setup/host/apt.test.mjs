// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { installPackages } from './apt.mjs';

const BECAUSE = { because: 'A reason.' };

test('names every package before it installs, and asks nobody where nobody sits', async () => {
  const host = fakeHost({ replies: { env: {} } });
  await installPackages(host, ['one', 'two'], BECAUSE);
  assert.match(host.said[0] ?? '', /A reason\. This will be installed: one two/);
  assert.deepEqual(host.asked, []);
  assert.equal(host.ran.length, 2);
  assert.match(host.ran[0] ?? '', /apt-get .* update$/);
  assert.match(
    host.ran[1] ?? '',
    /DEBIAN_FRONTEND=noninteractive apt-get -q -y .*install --no-install-recommends one two$/,
  );
});

test('installs nothing and prepares nothing when the person says no', async () => {
  const host = fakeHost({ mayAsk: true, answer: false, replies: { env: {} } });
  const before = async () => assert.fail('prepared something');
  await assert.rejects(installPackages(host, ['one'], { ...BECAUSE, before }), /Nothing was installed/);
  assert.deepEqual(host.ran, []);
  assert.equal(host.asked.length, 1);
});

test('uses sudo without waiting for a password where nobody could type one', async () => {
  const host = fakeHost({ user: { isRoot: false, name: 'ada' }, replies: { sudo: {} } });
  await installPackages(host, ['one'], BECAUSE);
  assert.match(host.said[0] ?? '', /with sudo: one/);
  assert.ok(
    host.ran.every((command) => command.startsWith('sudo -n ')),
    host.ran.join('\n'),
  );
});

test('says what to do where neither root nor sudo is to be had', async () => {
  const host = fakeHost({ user: { isRoot: false, name: 'ada' } });
  await assert.rejects(installPackages(host, ['one'], BECAUSE), /needs root, and sudo does not work/);
});

test('gives the reason that apt gave', async () => {
  const host = fakeHost({
    replies: { env: { code: 100, err: 'W: old\nE: Unable to locate package one\n' } },
  });
  await assert.rejects(
    installPackages(host, ['one'], BECAUSE),
    /apt-get update failed: E: Unable to locate package one/,
  );
});
