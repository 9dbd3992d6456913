// @ts-check
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { appliedMigrations, openapiDocument, writtenMigrations } from './api.mjs';

const DOCUMENT = '{"openapi": "3.1.0"}\n';
const FRESH = {
  openapi: createHash('sha256').update(DOCUMENT).digest('hex'),
  unwritten: [],
  trouble: null,
  unapplied: [],
};

/** @param {object} state @param {NodeJS.ProcessEnv} [env] */
function clone(state, env = {}) {
  const out = JSON.stringify({ ...FRESH, ...state });
  return fakeHost({
    env,
    files: { 'libs/api-types/openapi.json': DOCUMENT },
    replies: { '/clone/apps/api/.venv/bin/python manage.py report_state': { out } },
  });
}

test('finds all three in order, and starts Django once', async () => {
  const host = clone({});
  for (const check of [openapiDocument, writtenMigrations, appliedMigrations]) {
    assert.equal((await check.look(host)).status, 'ok');
  }
  assert.equal(host.ran.length, 1);
});

/** @param {import('./examine.mjs').Check} check @param {ReturnType<typeof fakeHost>} host */
async function problem(check, host) {
  const found = await check.look(host);
  assert.ok(found.status === 'problem');
  return found;
}

test('names what is stale, and the task that brings it up to date', async () => {
  const document = await problem(openapiDocument, clone({ openapi: 'another' }));
  assert.equal(document.mend, 'npx nx run api-types:generate');
  const models = await problem(writtenMigrations, clone({ unwritten: ['notes'] }));
  assert.deepEqual([/notes/.test(models.says), models.mend], [true, 'npx nx makemigrations api']);
  const database = await problem(appliedMigrations, clone({ unapplied: ['notes.0002_colour'] }));
  assert.deepEqual([/notes\.0002_colour/.test(database.says), database.mend], [true, 'npx nx run api:migrate']);
});

test('misses no database before the first start', async () => {
  assert.equal((await appliedMigrations.look(clone({ unapplied: null }))).status, 'ok');
});

test('says why a database can’t be asked', async () => {
  const state = { trouble: 'connection refused', unapplied: null };
  assert.equal((await problem(appliedMigrations, clone(state))).mend, null);
  const chosen = await problem(appliedMigrations, clone(state, { DATABASE_URL: 'postgres://db/x' }));
  assert.equal(chosen.mend, 'unset DATABASE_URL');
});

test('hands on what Django says when it does not start', async () => {
  const err = 'Traceback …\nModuleNotFoundError: No module named "notes"\n';
  const host = fakeHost({ replies: { '/clone/apps/api/.venv/bin/python': { code: 1, err } } });
  await assert.rejects(openapiDocument.look(host), /^Error: ModuleNotFoundError/);
});
