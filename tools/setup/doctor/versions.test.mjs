// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containerEngine } from '../steps/container-engine.mjs';
import { python } from '../steps/python.mjs';
import { git, node } from '../steps/system.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { fromStep } from './from-step.mjs';
import { npm, plugin } from './versions.mjs';

const DEBIAN = { '/usr/bin/apt-get': '', '/etc/os-release': 'ID=debian\nVERSION_ID="13"\n' };

/** @param {import('./examine.mjs').Check} check @param {Parameters<typeof fakeHost>[0]} settings */
async function mending(check, settings) {
  const verdict = await check.look(fakeHost(settings));
  return verdict.status === 'ok' ? `ok: ${verdict.says}` : verdict.mend;
}

test('has the version manager that is here install the Node.js of .nvmrc', async () => {
  const check = fromStep('node', node);
  const old = { nodeVersion: '18.20.4' };
  const nvm = { '/home/ada/.nvm/nvm.sh': '' };
  assert.equal(await mending(check, { ...old, files: nvm }), 'nvm install');
  assert.equal(await mending(check, { ...old, replies: { fnm: {} } }), 'fnm use --install-if-missing');
  assert.equal(await mending(check, { ...old, user: { isRoot: false, name: 'ada' } }), 'sudo npx --yes n auto');
  assert.equal(await mending(check, { nodeVersion: '20.19.0' }), 'ok: 20.19.0');
});

test('believes the npm that runs it, and asks npm otherwise', async () => {
  assert.equal(await mending(npm, { env: { npm_config_user_agent: 'npm/11.4.2 node/v24.1.0' } }), 'ok: 11.4.2');
  assert.equal(await mending(npm, { replies: { npm: { out: '9.8.1\n' } } }), 'npm install --global npm@11');
  assert.equal(await mending(npm, {}), null);
});

test('has what Debian packages installed by apt, and sends others to their own package manager', async () => {
  const user = { isRoot: false, name: 'ada' };
  assert.equal(await mending(fromStep('git', git), { files: DEBIAN, user }), 'sudo apt-get install --yes git');
  assert.equal(await mending(fromStep('git', git), { platform: 'darwin' }), 'xcode-select --install');
  assert.equal(await mending(fromStep('git', git), {}), null);
  assert.equal(
    await mending(fromStep('python', python), { files: DEBIAN }),
    'apt-get install --yes python3 python3-venv',
  );
});

test('knows for each state of the engine what mends it', async () => {
  const engine = fromStep('engine', containerEngine);
  const silent = { code: 1, err: 'Cannot connect to the Docker daemon\n' };
  const denied = { code: 1, err: 'permission denied while trying to connect\n' };
  const user = { isRoot: false, name: 'ada' };
  assert.equal(await mending(engine, { files: DEBIAN }), 'npm run setup');
  assert.equal(await mending(engine, { files: DEBIAN, replies: { docker: silent } }), 'npm run setup');
  assert.equal(await mending(engine, { platform: 'darwin' }), null);
  assert.equal(
    await mending(engine, { user, replies: { docker: denied } }),
    'sudo usermod -aG docker ada && newgrp docker',
  );
  const env = { DOCKER_HOST: 'tcp://build.test:2375' };
  assert.equal(await mending(engine, { files: DEBIAN, env, replies: { docker: silent } }), 'unset DOCKER_HOST');
});

test('asks Compose and Buildx without an engine', async () => {
  const replies = { 'docker compose version': { out: '2.30.1\n' }, 'docker version': { code: 1 } };
  assert.equal(await mending(plugin('compose'), { replies }), 'ok: 2.30.1');
  assert.equal(await mending(plugin('buildx'), { replies }), 'npm run setup');
});
