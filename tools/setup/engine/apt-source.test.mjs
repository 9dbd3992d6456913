// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laterSuite } from './apt-source.mjs';

const DEB822 = `Types: deb
# a snapshot
URIs: http://mirror.test/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/archive.gpg

Types: deb
URIs: http://mirror.test/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/archive.gpg
`;

/** @param {string[]} files */
const fields = (...files) => laterSuite(files, 'bookworm', 'trixie')?.trim().split('\n').sort();

test('asks the same mirror, with the same key, for the later suite', () => {
  assert.deepEqual(fields(DEB822), [
    'Components: main',
    'Signed-By: /usr/share/keyrings/archive.gpg',
    'Suites: trixie',
    'Types: deb',
    'URIs: http://mirror.test/debian',
  ]);
});

test('reads the one-line format too', () => {
  const line = 'deb [arch=amd64 signed-by=/k.gpg] https://mirror.test/debian/ bookworm main contrib\n';
  assert.deepEqual(fields(line), [
    'Components: main',
    'Signed-By: /k.gpg',
    'Suites: trixie',
    'Types: deb',
    'URIs: https://mirror.test/debian/',
  ]);
});

test('never takes another vendor, a source package or a disabled entry for the system’s own', () => {
  const others = 'deb https://packages.test/apt tool-bookworm main\n# deb http://mirror.test/debian bookworm main\n';
  const sources = DEB822.replace('Types: deb\n', 'Types: deb-src\n');
  const disabled = `Enabled: no\n${DEB822}`;
  assert.equal(fields(others, sources, disabled), undefined);
});

test('keeps a key that is written out in the entry', () => {
  const inline =
    'Types: deb\nURIs: http://m.test/debian\nSuites: bookworm\nComponents: main\nSigned-By:\n -----BEGIN PGP\n .\n abc\n';
  const text = laterSuite([inline], 'bookworm', 'trixie') ?? '';
  assert.match(text, /^Signed-By:\n -----BEGIN PGP\n \.\n abc$/m);
});
