// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('postgres.entrypoint.sh', import.meta.url));

/**
 * What goes well is tried where PostgreSQL is: `workspace:postgres` runs the stack on it.
 *
 * @param {import('node:test').TestContext} context
 * @param {Record<string, string>} variables
 * @param {string[]} words
 */
function start(context, variables, words = ['postgres']) {
  const data = mkdtempSync(join(tmpdir(), 'postgres-'));
  context.after(() => rmSync(data, { recursive: true }));
  writeFileSync(join(data, 'empty'), '\n');
  const env = { PATH: process.env['PATH'], PGDATA: join(data, 'cluster'), ...variables };
  return spawnSync('sh', [SCRIPT, ...words], { cwd: data, encoding: 'utf8', env });
}

/** @type {[string, Record<string, string>][]} */
const REFUSED = [
  ['without a password', {}],
  ['with an empty one', { POSTGRES_PASSWORD: '' }],
  ['with a file that is not there', { POSTGRES_PASSWORD_FILE: '/nowhere' }],
  ['with a file that is empty', { POSTGRES_PASSWORD_FILE: 'empty' }],
  ['with two passwords', { POSTGRES_PASSWORD: 'a', POSTGRES_PASSWORD_FILE: 'empty' }],
  ['with a method that wants a password, and none', { POSTGRES_HOST_AUTH_METHOD: 'md5' }],
];

for (const [state, variables] of REFUSED) {
  test(`makes no cluster ${state}, and says so in one sentence`, (context) => {
    const ran = start(context, variables);
    assert.equal(ran.status, 1);
    assert.equal(ran.stdout, '');
    assert.match(ran.stderr, /^postgres: .*POSTGRES_PASSWORD.*\.\n$/);
  });
}

test('runs another program as it is', (context) => {
  const ran = start(context, {}, ['echo', 'a  b']);
  assert.deepEqual([ran.status, ran.stdout], [0, 'a  b\n']);
});
