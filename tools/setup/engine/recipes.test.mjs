// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { readSystem } from '../host/os-release.mjs';
import { byHand, engineRecipe } from './recipes.mjs';

/** @param {string} text */
const system = (text) => readSystem(fakeHost({ files: { '/etc/os-release': text } }));
const BOOKWORM =
  'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n';

test('takes the engine of Debian 13 on Debian 12, whose own is too old', () => {
  const recipe = engineRecipe(system(BOOKWORM));
  assert.equal(recipe?.suite, 'trixie');
  assert.deepEqual(recipe?.packages, [
    'docker.io/trixie',
    'containerd/trixie',
    'docker-cli/trixie',
    'docker-buildx/trixie',
    'docker-compose/trixie',
    'iptables',
  ]);
});

test('takes the packages of the system itself from Debian 13 on, testing included', () => {
  for (const text of ['ID=debian\nVERSION_ID="13"\n', 'ID=debian\nVERSION_CODENAME=forky\n']) {
    const recipe = engineRecipe(system(text));
    assert.equal(recipe?.suite, undefined);
    assert.ok(recipe?.packages.includes('docker-compose'), recipe?.packages.join(' '));
  }
});

test('knows that Ubuntu names the Compose plugin otherwise', () => {
  const recipe = engineRecipe(system('ID=ubuntu\nVERSION_ID="24.04"\n'));
  assert.deepEqual(recipe?.plugins, { compose: 'docker-compose-v2', buildx: 'docker-buildx' });
});

test('leaves systems alone that it has no tried recipe for', () => {
  for (const text of [
    'ID=debian\nVERSION_ID="11"\n',
    'ID=fedora\nVERSION_ID=42\n',
    'ID=linuxmint\nID_LIKE="ubuntu debian"\n',
    '',
  ]) {
    assert.equal(engineRecipe(system(text)), undefined);
  }
});

test('tells people on other systems what to install', () => {
  assert.match(byHand({ id: 'darwin', version: '', codename: '', name: 'darwin' }), /Docker Desktop/);
  assert.match(byHand(system('ID=alpine\nPRETTY_NAME="Alpine Linux v3.22"\n')), /for Alpine Linux v3\.22/);
});
