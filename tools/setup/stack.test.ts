import assert from 'node:assert/strict';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fakeDocker } from './fake-docker.ts';
import { requireServerPorts } from './ports.ts';
import { usesPostgres } from './settings.ts';
import { root } from './shell.ts';
import { dataNotes, refusal, requireOwnStack, requirePlace } from './stack.ts';

/** Lets the engine have containers of the stack that were started from these folders, and returns a temporary folder. */
function startedFrom(context: TestContext, ...folders: string[]): string {
  return fakeDocker(
    context,
    `cd "$(dirname "$0")" && case $* in *=shop-test*) printf '%s\\n' ${folders.join(' ')} ;; esac`,
  );
}

function setVariables(context: TestContext, variables: Record<string, string>): void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  context.after(() => (process.env = before));
}

test('refuses to replace the containers of another clone, running or stopped, and names its folder', async (context) => {
  setVariables(context, { COMPOSE_PROJECT_NAME: 'shop-test' });
  const folder = startedFrom(context, '$PWD', '$PWD/two');
  await assert.rejects(requireOwnStack(), {
    message: `The stack "shop-test" was started from ${folder}. Set COMPOSE_PROJECT_NAME and APP_PORT in .env.local to run another.`,
  });
});

test('refuses an unknown database and names the variable', (context) => {
  setVariables(context, { APP_DATABASE: 'mysql' });
  assert.throws(usesPostgres, { message: 'APP_DATABASE is "mysql". Set it to sqlite or postgres.' });
});

test('a clone that was moved keeps its stack, and so does one that is opened through a link', async (context) => {
  setVariables(context, { COMPOSE_PROJECT_NAME: 'shop-test' });
  const folder = startedFrom(context, '/nonexistent/docker/stack', '$PWD/link');
  symlinkSync(join(root, 'docker/stack'), join(folder, 'link'));
  await requireOwnStack();
});

test('a clone with another Compose project has another stack', async (context) => {
  setVariables(context, { COMPOSE_PROJECT_NAME: 'other' });
  startedFrom(context, '/tmp');
  await requireOwnStack();
});

test('refuses a port that is in use or no port, and names the variable', async (context) => {
  startedFrom(context);
  const server = createServer().listen(0, '127.0.0.1');
  context.after(() => server.close());
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  setVariables(context, { COMPOSE_PROJECT_NAME: 'other', APP_BIND: '127.0.0.1', APP_PORT: port, APP_DEV_PORT: port });
  const message = (name: string) => `Port ${port} is in use by process ${String(process.pid)}. Stop it or set ${name}.`;
  await assert.rejects(requirePlace(), { message: message('APP_PORT') });
  await assert.rejects(requireServerPorts(), { message: message('APP_DEV_PORT') });
  for (const value of ['http', '0', '70000']) {
    process.env['APP_PORT'] = value;
    const message = `APP_PORT is not a port: ${value}. Set a number from 1 to 65535.`;
    await assert.rejects(requirePlace(), { message });
  }
});

test('reads the sentence with which a container refused its configuration', async (context) => {
  const sentence = 'The API cannot start. APP_WORKERS: input should be a valid integer.';
  fakeDocker(context, `printf '{"event":"web: x"}\\n\\033[2K%s\\n' '${sentence}'`);
  assert.equal(await refusal(), sentence);
  fakeDocker(context, 'echo ready');
  assert.equal(await refusal(), undefined);
});

test('says that the stack ignores the database of development, unless APP_DATABASE_URL is set', async (context) => {
  startedFrom(context);
  setVariables(context, { DATABASE_URL: 'postgres://me@127.0.0.1/dev', APP_DATABASE_URL: '' });
  assert.deepEqual(await dataNotes(), [
    'DATABASE_URL is for development. Set APP_DATABASE_URL to choose the database of the stack.',
  ]);
  setVariables(context, { APP_DATABASE_URL: 'postgres://app@db.example/app' });
  assert.deepEqual(await dataNotes(), []);
});

test('says when the data in the volume are those of another clone', async (context) => {
  setVariables(context, { COMPOSE_PROJECT_NAME: 'shop-test', DATABASE_URL: '' });
  const folder = startedFrom(context, 'shop-test_data');
  const notes = [
    'Another clone created the data of "shop-test". Set COMPOSE_PROJECT_NAME in .env.local to start without it.',
  ];
  assert.deepEqual(await dataNotes(join(folder, 'secret_key')), notes);
  assert.deepEqual(await dataNotes(join(folder, 'docker')), []);
});
