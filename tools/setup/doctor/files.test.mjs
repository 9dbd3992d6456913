// @ts-check
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { thisHost } from '../host/host.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { declarations } from './declarations.mjs';
import { envFiles } from './env-files.mjs';
import { secrets } from './secrets.mjs';
import { types } from './types.mjs';

const KEY = 'docker/stack/.secrets/secret_key';

test('misses a secret that was not made, or is too short for Django', async () => {
  assert.deepEqual(await secrets.look(fakeHost()), {
    status: 'problem',
    says: `${KEY} is missing.`,
    mend: 'npx nx secrets stack',
  });
  const short = await secrets.look(fakeHost({ files: { [KEY]: 'x'.repeat(49) } }));
  assert.equal(short.status === 'problem' && short.mend, `rm ${KEY} && npx nx secrets stack`);
  assert.equal((await secrets.look(fakeHost({ files: { [KEY]: 'x'.repeat(50) } }))).status, 'ok');
});

test('moves a choice of one machine out of the file that is everybody’s, and loses nothing', async (context) => {
  const root = mkdtempSync(join(tmpdir(), 'env-'));
  context.after(() => rmSync(root, { recursive: true }));
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root });
  git('init', '--quiet');
  writeFileSync(join(root, '.env'), '# shared\nNX_NO_CLOUD=true\n');
  writeFileSync(join(root, 'compose.yaml'), 'port: ${APP_PORT:-8080}\n');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@localhost', 'commit', '--quiet', '-m', 'a');
  const look = () => envFiles.look(thisHost({ root }));
  assert.equal((await look()).status, 'ok');

  writeFileSync(join(root, '.env.local'), '# mine\n');
  writeFileSync(join(root, '.env'), '# shared\nNX_NO_CLOUD=true\nAPP_PORT=9000\n');
  const found = await look();
  assert.ok(found.status === 'problem');
  execFileSync('sh', ['-c', found.mend ?? ''], { cwd: root });
  assert.equal(readFileSync(join(root, '.env.local'), 'utf8'), '# mine\nAPP_PORT=9000\n');
  git('add', '.env');
  assert.equal((await look()).status, 'ok');
});

test('finds a name of our own that nothing reads', async () => {
  const read = (/** @type {string} */ name) => `git grep --quiet --word-regexp --fixed-strings ${name}`;
  const files = { '.env.local': 'APP_PORT=9000\nAPP_PROT=9000\nNX_DAEMON=false\n' };
  const replies = { git: {}, [read('APP_PORT')]: {}, [read('APP_PROT')]: { code: 1 } };
  assert.deepEqual(await envFiles.look(fakeHost({ files, replies })), {
    status: 'problem',
    says: '.env.local sets APP_PROT, which nothing reads.',
    mend: `sed -i.bak '/^\\(APP_PROT\\)=/d' .env.local`,
  });
});

const PROJECT = {
  'tsconfig.json': '{ "references": [{ "path": "./libs/ui" }, { "path": "./tools/setup" }] }',
  'libs/ui/tsconfig.json': '{}',
  'libs/ui/tsconfig.lib.json': '{ "compilerOptions": { "outDir": "out-tsc/lib", "rootDir": "src" } }',
  'libs/ui/src/form/field.tsx': '',
  'libs/ui/out-tsc/lib/form/field.d.ts': '',
  'libs/ui/out-tsc/lib/tsconfig.lib.tsbuildinfo': '',
  'tools/setup/tsconfig.json': '{ "compilerOptions": { "outDir": "out-tsc", "rootDir": "." } }',
  'tools/setup/dev.mjs': '',
  'tools/setup/out-tsc/dev.d.mts': '',
};

test('finds declarations whose source is gone', async () => {
  assert.equal((await declarations.look(fakeHost({ files: PROJECT }))).status, 'ok');
  const files = { ...PROJECT, 'libs/ui/out-tsc/lib/form/old.d.ts': '' };
  assert.deepEqual(await declarations.look(fakeHost({ files })), {
    status: 'problem',
    says: '1 of sources that are gone, like libs/ui/out-tsc/lib/form/old.d.ts.',
    mend: 'rm -rf libs/ui/out-tsc && npx nx run-many -t typecheck -p ui --skip-nx-cache',
  });
});

test('compares the types with what the document would make', async () => {
  const files = { 'libs/api-types/src/schema.gen.ts': 'export type Note = string;\n' };
  const generate = `${process.execPath} libs/api-types/generate.mjs libs/api-types/openapi.json`;
  const made = (/** @type {string} */ out) => fakeHost({ files, replies: { [generate]: { out } } });
  assert.equal((await types.look(made('export type Note = string;\n'))).status, 'ok');
  const found = await types.look(made('export type Note = number;\n'));
  assert.equal(found.status === 'problem' && found.mend, 'npx nx run api-types:generate');
});
