// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDependencies } from '../browser/own.mjs';
import { fakeHost } from '../testing/fake-host.mjs';
import { browser } from './browser.mjs';

const LIST = {
  'node_modules/playwright-core/browsers.json': '{"browsers":[{"name":"chromium","revision":"1255"}]}',
};
const CACHE = '/home/ada/.cache/ms-playwright';
const OWN = {
  [`${CACHE}/chromium-1255/INSTALLATION_COMPLETE`]: '',
  [`${CACHE}/chromium_headless_shell-1255/INSTALLATION_COMPLETE`]: '',
};
const DEBIAN = { '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n', '/usr/bin/apt-get': '' };
const NO_DOWNLOAD = { code: 1, err: 'Error: getaddrinfo ENOTFOUND downloads.test\n    at somewhere\n' };

test('takes Playwright’s own browser of the right build', async () => {
  assert.deepEqual(await browser.look(fakeHost({ files: { ...LIST, ...OWN } })), {
    ok: true,
    says: "Playwright's Chromium (build 1255)",
  });
});

test('does not take a download that was broken off or a build of another version', async () => {
  const half = { ...LIST, [`${CACHE}/chromium-1255/INSTALLATION_COMPLETE`]: '' };
  assert.equal((await browser.look(fakeHost({ files: half }))).ok, false);
  const older = Object.fromEntries(Object.keys(OWN).map((path) => [path.replace('1255', '1200'), '']));
  assert.equal((await browser.look(fakeHost({ files: { ...LIST, ...older } }))).ok, false);
});

test('takes the system’s Chromium when it runs', async () => {
  const host = fakeHost({
    files: { ...LIST, '/usr/bin/chromium': '' },
    replies: {
      '/usr/bin/chromium': { out: 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n' },
    },
  });
  assert.deepEqual(await browser.look(host), {
    ok: true,
    says: 'Chromium 156.0.8078.79 (/usr/bin/chromium)',
  });
});

test('does not take the script that Ubuntu has in place of a browser, and says what to do', async () => {
  const host = fakeHost({
    files: { ...LIST, '/usr/bin/chromium-browser': '', '/etc/os-release': 'ID=ubuntu\n' },
    replies: {
      '/usr/bin/chromium-browser': { code: 1, err: 'requires the chromium snap to be installed\n' },
    },
  });
  const found = await browser.look(host);
  assert.match(found.ok ? '' : found.way, /playwright install --with-deps chromium.*snap/);
});

test('installs Debian’s Chromium where Playwright’s own cannot be fetched, and only there', async () => {
  const blocked = fakeHost({
    files: { ...LIST, ...DEBIAN },
    replies: { [process.execPath]: NO_DOWNLOAD, env: {} },
  });
  await browser.mend?.(blocked);
  assert.match(
    blocked.said.join('\n'),
    /cannot be downloaded from here \(Error: getaddrinfo ENOTFOUND downloads\.test\)/,
  );
  assert.match(blocked.ran.at(-1) ?? '', /install --no-install-recommends chromium$/);

  const ubuntu = { ...LIST, '/etc/os-release': 'ID=ubuntu\n', '/usr/bin/apt-get': '' };
  const other = fakeHost({ files: ubuntu, replies: { [process.execPath]: NO_DOWNLOAD, env: {} } });
  await browser.mend?.(other);
  assert.ok(!other.ran.some((command) => command.includes('apt-get')));
});

test('supplies the libraries that a downloaded browser misses', async () => {
  let tried = 0;
  const host = fakeHost({
    files: { ...LIST, ...DEBIAN },
    replies: {
      [process.execPath]: {},
      [`${process.execPath} -e`]: { out: '/cache/chrome\n' },
      [`${process.execPath} node_modules/@playwright/test/cli.js install-deps`]: {
        code: 1,
        out: 'Missing system dependencies (2):\n  libnss3\n  libgbm1\n',
      },
      '/cache/chrome --version': () =>
        ++tried > 1 ? {} : { code: 127, err: 'libnss3.so: cannot open shared object file\n' },
      env: {},
    },
  });
  await browser.mend?.(host);
  assert.match(
    host.ran.find((command) => command.includes('--no-install-recommends')) ?? '',
    /recommends libnss3 libgbm1$/,
  );
});

test('reads nothing but package names from Playwright’s list', () => {
  assert.deepEqual(readDependencies('Missing system dependencies (2):\n  libx11-6\n  libstdc++6\nDone\n'), [
    'libx11-6',
    'libstdc++6',
  ]);
});
