import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

interface Service {
  restart?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
}

const BASE = join(import.meta.dirname, 'compose.yaml');
/** compose.yaml alone, and with each overlay. */
const STACKS = globSync(join(import.meta.dirname, 'compose*.yaml')).map((file) => [...new Set([BASE, file])]);

/** The services of a stack as Compose reads them. */
function servicesOf(files: string[], environment: Record<string, string> = {}): [string, Service][] {
  const args = ['compose', ...files.flatMap((file) => ['--file', file]), 'config', '--format', 'json'];
  const { PATH = '', HOME = '' } = process.env;
  const json = execFileSync('docker', args, { encoding: 'utf8', env: { PATH, HOME, ...environment } });
  return Object.entries((JSON.parse(json) as { services: Record<string, Service> }).services);
}

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
