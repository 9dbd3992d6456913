import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDocker } from '../fake-docker.ts';
import { containerEngine } from './container-engine.ts';

const OLD_DOCKERS: [engine: string, compose: string, buildx: string, message: RegExp][] = [
  ['20.10.24', '2.40.0', '0.29.1', /^Docker engine is 20\.10\.24; 25\.0 or newer is required\. Update Docker/],
  ['24.0.9', '2.40.0', '0.29.1', /^Docker engine is 24\.0\.9; 25\.0 or newer is required\. Update Docker/],
  ['28.2.2', '2.24.1', '0.29.1', /^Docker compose is 2\.24\.1; 2\.26 or newer is required\./],
  ['28.2.2', '2.40.0', '0.12.1', /^Docker buildx is 0\.12\.1; 0\.13 or newer is required\./],
  ['28.2.2', 'unknown', '0.13.1', /^Docker compose is missing; 2\.26 or newer is required\./],
];

for (const [engine, compose, buildx, message] of OLD_DOCKERS) {
  test(`refuses Engine ${engine} with Compose ${compose} and Buildx ${buildx}`, async (context) => {
    fakeDocker(
      context,
      `case $* in version*) echo ${engine} ;; compose*) echo ${compose} ;; *) echo buildx ${buildx} ;; esac`,
    );
    const state = await containerEngine.check();
    assert.equal(state.ok, false);
    assert.match(state.message, message);
  });
}

test('accepts the oldest versions that understand every file of the images and the stack', async (context) => {
  fakeDocker(context, 'case $* in version*) echo 25.0.0 ;; compose*) echo 2.26.0 ;; *) echo buildx v0.13.0 ;; esac');
  assert.deepEqual(await containerEngine.check(), { ok: true, message: '25.0.0, Compose 2.26.0, Buildx 0.13.0' });
});
