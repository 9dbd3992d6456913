import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { execa } from 'execa';
import { setting } from './settings.ts';
import { root } from './shell.ts';

/** Older than .nvmrc, so that the bootstrap has to install Node. */
const OLD_NODE = `node-linux-${process.arch}@20.20.2`;
const CONTAINER = `bare-${String(process.pid)}`;
/** The base images of this machine, which the container uses through the mounted Docker socket. */
const IMAGES = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'].flatMap((name) => {
  const image = setting(name);
  return image === undefined ? [] : ['--env', `${name}=${image}`];
});

/** Runs a command in the container, in the copy of the workspace and with the old Node first on PATH. */
function inContainer(command: string) {
  const path = 'PATH=/opt/old/node_modules/.bin:$PATH';
  const args = ['exec', '--workdir', '/clone', CONTAINER, 'sh', '-c', `export ${path}; ${command}`];
  return execa('docker', args, { all: true, reject: false });
}

before(async () => {
  const socket = ['--volume', '/var/run/docker.sock:/var/run/docker.sock'];
  const image = setting('NODE_IMAGE') ?? 'node:24-slim';
  await execa('docker', ['run', '--detach', '--name', CONTAINER, ...socket, ...IMAGES, image, 'sleep', '3600']);
  // Tracked and new files, without anything that is installed.
  const files = execa({ cwd: root })`git ls-files -z --cached --others --exclude-standard`;
  const archive = files.pipe({ cwd: root })`tar --create --null --ignore-failed-read --files-from=-`;
  await archive.pipe`docker exec --interactive ${CONTAINER} sh -c ${'mkdir /clone && tar -x -C /clone'}`;
  await execa('docker', ['exec', CONTAINER, 'npm', 'install', '--prefix', '/opt/old', OLD_NODE]);
});

after(() => execa('docker', ['rm', '--force', '--volumes', CONTAINER]));

test('doctor reports an old Node and changes nothing', async () => {
  const { exitCode, all } = await inContainer('npm run doctor; code=$?; ls -A .local node_modules; exit $code');
  assert.equal(exitCode, 1);
  assert.match(all, /Node\.js 20\.20\.2 is older than 24\.\n {2}\$ npm run setup/);
  assert.match(all, /cannot access '\.local'/);
  assert.match(all, /cannot access 'node_modules'/);
});

test('setup installs everything on a machine that has only npm, even one that is configured for production', async () => {
  const settings = 'NODE_ENV=production npm_config_omit="dev optional" npm_config_ignore_scripts=true PIP_USER=1';
  const { exitCode, all } = await inContainer(`${settings} npm run setup`);
  assert.equal(exitCode, 0, all);
});

test('npx and npm run use the installed Node', async () => {
  const { stdout } = await inContainer('node --version; npx node --version');
  assert.match(stdout, /^v20\..*\nv24\./);
});

test('a second setup finds nothing to do', async () => {
  const { exitCode, all } = await inContainer('npm run setup');
  assert.equal(exitCode, 0, all);
  assert.doesNotMatch(all, /^›/m);
});

test('npm test refuses an unknown option', async () => {
  const { exitCode, all } = await inContainer('npm test -- --nonsense');
  assert.equal(exitCode, 1);
  assert.match(all, /✗ npm test does not accept --nonsense\. Options: /);
});
