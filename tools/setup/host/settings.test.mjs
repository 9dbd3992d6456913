// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { portOf, settingsOf } from './settings.mjs';

const FILES = { '.env': 'A=shared\nB=shared\nC=shared\n', '.env.local': '# mine\nB="own"\nC=own\nPORT=9000\n' };

test('lets the environment win over this machine’s file, and that over everybody’s', () => {
  const { A, B, C } = settingsOf(fakeHost({ files: FILES, env: { C: 'said' } }));
  assert.deepEqual([A, B, C], ['shared', 'own', 'said']);
  assert.deepEqual(settingsOf(fakeHost()), {});
});

test('reads a port, and has a standard where none is set', () => {
  assert.equal(portOf(fakeHost({ files: FILES }), 'PORT', 8080), 9000);
  assert.equal(portOf(fakeHost({ files: FILES, env: { PORT: '9100' } }), 'PORT', 8080), 9100);
  assert.equal(portOf(fakeHost({ env: { PORT: '' } }), 'PORT', 8080), 8080);
});

for (const value of ['eighty', '70000', '0', '80.5', '-1']) {
  test(`refuses ${value}, with the command that takes it away where it stands`, () => {
    assert.throws(() => portOf(fakeHost({ env: { PORT: value } }), 'PORT', 8080), {
      message: `PORT is no port: ${value}.`,
      way: 'unset PORT',
    });
    assert.throws(() => portOf(fakeHost({ files: { '.env.local': `PORT=${value}\n` } }), 'PORT', 8080), {
      way: "sed -i.bak '/^PORT=/d' .env.local",
    });
  });
}
