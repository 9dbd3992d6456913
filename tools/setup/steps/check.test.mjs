// @ts-check
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { capture } from '../host/run.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { freshClone } from '../testing/fresh-clone.mjs';
import { report } from './run-steps.mjs';
import { stepsOf } from './steps.mjs';

test('looks at every step of every command without a single change', async () => {
  const refuse = () => assert.fail('changed something');
  const host = fakeHost({ write: refuse, remove: refuse, ask: refuse, show: refuse });
  for (const steps of Object.values(stepsOf)) assert.ok((await report(steps, host)) > 0);
  const changing = /\b(install|pull|build|ci|sync|rm|tee|start|usermod|venv)\b/;
  assert.deepEqual(
    host.ran.filter((command) => changing.test(command.replace(/-c import sys[\s\S]*/, ''))),
    [],
  );
});

for (const name of ['start', 'test', 'dev', 'graph', 'setup']) {
  test(`leaves a fresh clone and an empty home as they are with APP_SETUP=check, and fails: ${name}`, async (context) => {
    const { clone, home, files } = freshClone(context);
    const before = files();
    const env = { ...process.env, HOME: home, APP_SETUP: 'check' };
    const ran = await capture(process.execPath, [join(clone, `tools/setup/${name}.mjs`)], { env });
    assert.equal(ran.code, 1, ran.err);
    assert.match(ran.out, /✗ npm packages +Not installed yet/);
    assert.match(ran.out, /Nothing was changed\.\n$/);
    assert.deepEqual(files(), before);
  });
}
