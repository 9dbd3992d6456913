import assert from 'node:assert/strict';
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
    for (const name of ['api', 'migrate']) assert.equal(services[name]?.environment?.['DATABASE_URL'], url);
  }
});
