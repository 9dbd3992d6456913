// @ts-check
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { capture } from '../host/run.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { freshClone } from '../testing/fresh-clone.mjs';
import { checks } from './checks.mjs';
import { examine } from './examine.mjs';

/** @import { Report } from './examine.mjs' */

/** Programs read them: a name is added at the end of its row, and none changes. */
const IDS = [
  ...['node', 'npm', 'git', 'python', 'npm-packages', 'poetry', 'python-packages', 'linters', 'browser'],
  ...['engine', 'compose', 'buildx', 'base-images', 'ports', 'disk', 'file-watches', 'line-endings'],
  ...['openapi', 'types', 'declarations', 'migrations-written', 'migrations-applied', 'secrets', 'env-files'],
];

test('asks every check of a machine without a single change', async () => {
  const refuse = () => assert.fail('changed something');
  const host = fakeHost({ write: refuse, remove: refuse, ask: refuse, show: refuse });
  const report = await examine(checks, host);
  assert.deepEqual(
    report.checks.map(({ id }) => id),
    IDS,
  );
  const changing = /\b(install|pull|ci|rm|tee|start|usermod|venv|migrate|makemigrations|checkout|add)\b/;
  assert.deepEqual(
    host.ran.filter((command) => changing.test(command.replace(/-c import sys[\s\S]*/, ''))),
    [],
  );
});

test('says of a fresh clone what it lacks, as JSON, without an engine and without a change', async (context) => {
  const { clone, home, files } = freshClone(context);
  const before = files();

  const env = { ...process.env, HOME: home, DOCKER_HOST: 'tcp://127.0.0.1:9', DATABASE_URL: undefined };
  const ran = await capture(process.execPath, [join(clone, 'tools/setup/doctor.mjs'), '--json'], { env });
  assert.equal(ran.code, 1, ran.err);
  /** @type {Report} */
  const { schema, ok, checks: found } = JSON.parse(ran.out);
  assert.deepEqual([schema, ok], [1, false]);
  const states = Object.fromEntries(found.map(({ id, status, mend }) => [id, [status, mend]]));
  assert.deepEqual(states['npm-packages'], ['problem', 'npm run setup']);
  assert.deepEqual(states['engine'], ['problem', 'unset DOCKER_HOST']);
  assert.deepEqual(states['base-images'], ['blocked', null]);
  assert.deepEqual(states['openapi'], ['blocked', null]);
  assert.deepEqual(states['secrets'], ['problem', 'npx nx secrets stack']);
  assert.deepEqual(states['node'], ['ok', null]);
  for (const entry of found) assert.deepEqual(Object.keys(entry).sort(), ['id', 'mend', 'says', 'status', 'title']);
  assert.deepEqual(files(), before);
});
