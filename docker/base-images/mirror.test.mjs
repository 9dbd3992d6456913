// @ts-check
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { debianMirror } from './mirror.mjs';
import { StandInError } from './run.mjs';

/**
 * A machine made of apt's files alone; `KEYRING` in a file stands for one that is there.
 *
 * @param {import('node:test').TestContext} context
 * @param {Record<string, string>} files
 */
function machine(context, files) {
  const root = mkdtempSync(join(tmpdir(), 'apt-'));
  context.after(() => rmSync(root, { recursive: true }));
  const keyring = join(root, 'keyring.gpg');
  writeFileSync(keyring, '');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text.replaceAll('KEYRING', keyring));
  }
  return { root, keyring, override: undefined };
}

test('reads the mirror from a paragraph of fields, past comments, sources and other archives', (context) => {
  const { keyring, ...apt } = machine(context, {
    'sources.list.d/debian.sources': `Types: deb
URIs: http://mirror.test/debian-security
Suites: bookworm-security
Signed-By: KEYRING

# the archive itself
Types: deb deb-src
URIs: http://mirror.test/debian/
Suites: bookworm bookworm-updates
Signed-By: KEYRING
`,
  });
  assert.deepEqual(debianMirror(apt), { uri: 'http://mirror.test/debian', keyring });
});

test('reads the mirror from a one-line entry', (context) => {
  const { keyring, ...apt } = machine(context, {
    'sources.list':
      '# deb http://old.test/debian bookworm main\ndeb-src http://src.test/debian bookworm main\n' +
      'deb [arch=amd64 signed-by=KEYRING] https://mirror.test/debian bookworm main\n',
  });
  assert.deepEqual(debianMirror(apt), { uri: 'https://mirror.test/debian', keyring });
});

test('does not take an entry that is switched off', (context) => {
  const { root } = machine(context, {
    'sources.list.d/debian.sources': 'Types: deb\nEnabled: no\nURIs: http://mirror.test/debian\nSuites: bookworm\n',
  });
  assert.throws(() => debianMirror({ root }), StandInError);
});

test('says in one sentence what to do on a machine without a Debian mirror', (context) => {
  const { root } = machine(context, {
    'sources.list.d/ubuntu.sources':
      'Types: deb\nURIs: http://mirror.test/ubuntu/\nSuites: noble\nSigned-By: KEYRING\n',
  });
  assert.throws(() => debianMirror({ root }), /^Error: No Debian mirror .*APP_DEBIAN_MIRROR.*\.$/);
});

test('names the package of a keyring that is missing', (context) => {
  const { root } = machine(context, {
    'sources.list': 'deb [signed-by=/nowhere/keyring.gpg] http://mirror.test/debian bookworm main\n',
  });
  assert.throws(() => debianMirror({ root }), /\/nowhere\/keyring\.gpg is missing.*debian-archive-keyring/);
});
