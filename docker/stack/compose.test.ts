import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BASE, servicesOf } from './services.ts';

/** compose.yaml alone, and with each overlay. */
const STACKS = globSync(join(import.meta.dirname, 'compose*.yaml')).map((file) => [...new Set([BASE, file])]);

test('every service of every stack starts again after a reboot, unless another waits for its end', () => {
  for (const files of STACKS) {
    const services = servicesOf(files);
    const dependencies = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    const isOneShot = (name: string) =>
      dependencies.some(([other, { condition }]) => other === name && condition === 'service_completed_successfully');
    for (const [name, { restart }] of services) {
      assert.equal(restart, isOneShot(name) ? 'no' : 'unless-stopped', `${name} of ${files.join(' ')}`);
    }
  }
});

test("no container receives development's database, and Django receives the stack's", () => {
  const urls = ['postgres://me@127.0.0.1:5432/dev', 'sqlite:////home/me/dev.sqlite3', 'postgres://me@db.example/dev'];
  for (const url of urls) {
    for (const files of STACKS) {
      assert.ok(!JSON.stringify(servicesOf(files, { DATABASE_URL: url })).includes(url), files.join(' '));
    }
    const services = Object.fromEntries(servicesOf([BASE], { DATABASE_URL: 'sqlite://', APP_DATABASE_URL: url }));
    for (const name of ['api', 'migrate', 'worker']) assert.equal(services[name]?.environment?.['DATABASE_URL'], url);
  }
});

test('APP_DATABASE adds PostgreSQL to the stack, and a wrong value is refused in one sentence', () => {
  const services = (variables: Record<string, string>) => {
    const args = [join(import.meta.dirname, 'compose.ts'), 'config', '--services'];
    const env = { ...process.env, APP_DATABASE_URL: '', ...variables };
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return stdout.trim().split('\n').sort().join(' ') || stderr;
  };
  assert.equal(services({ APP_DATABASE: 'sqlite' }), 'api migrate web worker');
  assert.equal(services({ APP_DATABASE: 'postgres' }), 'api db migrate web worker');
  assert.equal(services({ APP_DATABASE: 'mysql' }), '✗ APP_DATABASE is "mysql". Set it to sqlite or postgres.\n');
  assert.match(
    services({ APP_DATABASE: 'postgres', APP_DATABASE_URL: 'postgres://x' }),
    /^✗ APP_DATABASE=postgres starts a server in the stack, and APP_DATABASE_URL names another\. Unset one of them\.\n$/,
  );
});

test('the API and the worker report errors to the same project of Sentry', () => {
  const dsn = 'https://key@sentry.example/1';
  const files = [BASE, join(import.meta.dirname, 'compose.observability.yaml')];
  const services = Object.fromEntries(servicesOf(files, { APP_SENTRY_DSN: dsn }));
  for (const name of ['api', 'worker']) assert.equal(services[name]?.environment?.['APP_SENTRY_DSN'], dsn, name);
});
