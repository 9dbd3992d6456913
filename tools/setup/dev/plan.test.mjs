// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { devPlan, devPorts } from './plan.mjs';

test('takes its ports from the environment', () => {
  assert.deepEqual(devPorts(fakeHost()), { web: 5173, api: 8000 });
  assert.deepEqual(devPorts(fakeHost({ env: { TANDEM_DEV_PORT: '5200', TANDEM_API_PORT: '8200' } })), {
    web: 5200,
    api: 8200,
  });
});

test('takes ports and database from this machine’s file, as the tasks of the graph do', () => {
  const host = fakeHost({
    files: { '.env.local': 'TANDEM_DEV_PORT=5200\nDATABASE_URL=postgres://db/notes\n' },
  });
  assert.equal(devPorts(host).web, 5200);
  const { migrate, servers } = devPlan(host, devPorts(host));
  for (const { env } of [...migrate, ...servers]) assert.equal(env['DATABASE_URL'], 'postgres://db/notes');
});

test('migrates the same database that the server then uses', () => {
  const { migrate, servers } = devPlan(fakeHost(), { web: 5173, api: 8000 });
  const used = [...migrate, servers[0]].map((server) => server?.env['DATABASE_URL']);
  assert.deepEqual([...new Set(used)], ['sqlite:////clone/.tandem/dev.sqlite3']);
  assert.deepEqual(migrate[0]?.args.slice(0, 2), ['manage.py', 'migrate']);
});

test('never develops with production settings, whatever the environment says', () => {
  const { servers } = devPlan(fakeHost({ env: { TANDEM_ENVIRONMENT: 'production' } }), {
    web: 5173,
    api: 8000,
  });
  assert.equal(servers[0]?.env['TANDEM_ENVIRONMENT'], 'development');
});

test('tells Vite where Django is and Django where people are', () => {
  const { url, mail, servers } = devPlan(fakeHost(), { web: 5200, api: 8200 });
  assert.equal(url, 'http://localhost:5200');
  assert.equal(mail, 'http://127.0.0.1:8200/mail/');
  assert.equal(servers[0]?.env['TANDEM_PUBLIC_URL'], url);
  assert.ok(servers[0]?.args.includes('127.0.0.1:8200'));
  assert.equal(servers[1]?.env['TANDEM_API_PORT'], '8200');
});
