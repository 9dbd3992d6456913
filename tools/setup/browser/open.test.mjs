// @ts-check
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { mayOpenBrowser, openBrowser } from './open.mjs';

const AT_HOME = { isAttended: true, env: { DISPLAY: ':0' } };

test('opens a browser for who sits before a screen', () => {
  assert.equal(mayOpenBrowser(fakeHost(AT_HOME), []), true);
  assert.equal(mayOpenBrowser(fakeHost({ ...AT_HOME, env: { WAYLAND_DISPLAY: 'wayland-0' } }), []), true);
  assert.equal(mayOpenBrowser(fakeHost({ ...AT_HOME, env: { WSL_DISTRO_NAME: 'Debian' } }), []), true);
  assert.equal(mayOpenBrowser(fakeHost({ isAttended: true, platform: 'darwin' }), []), true);
});

test('opens none where nobody would see it, or wants it', () => {
  assert.equal(mayOpenBrowser(fakeHost(AT_HOME), ['--no-open']), false);
  assert.equal(mayOpenBrowser(fakeHost({ ...AT_HOME, isAttended: false }), []), false);
  assert.equal(mayOpenBrowser(fakeHost({ isAttended: true }), []), false);
  for (const env of [{ BROWSER: 'none' }, { SSH_CONNECTION: '10.0.0.1 22' }]) {
    assert.equal(mayOpenBrowser(fakeHost({ ...AT_HOME, env: { ...AT_HOME.env, ...env } }), []), false);
  }
});

test('hands the address to the browser that the person names', { timeout: 20_000 }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!${process.execPath}\nrequire('node:http').get(process.argv[2]);\n`);
  chmodSync(browser, 0o755);

  const asked = once(server, 'request');
  const host = fakeHost({ ...AT_HOME, env: { ...AT_HOME.env, BROWSER: browser } });
  await openBrowser(host, `http://127.0.0.1:${port}/here`, []);
  const [request] = await asked;
  assert.equal(request.url, '/here');
});

test('goes on when the browser is not there', async () => {
  const host = fakeHost({ ...AT_HOME, env: { ...AT_HOME.env, BROWSER: '/no/such/browser' } });
  await openBrowser(host, 'http://localhost:8080', []);
  assert.match(host.said.join(), /^No browser could be opened: /);
});
